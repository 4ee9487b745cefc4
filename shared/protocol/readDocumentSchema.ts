import { z } from 'zod'
import type { ReadDocument } from '../exchange/ReadDocument.ts'
import { LONGEST_TEXT_CHARACTERS } from '../exchange/unreadableReason.ts'

// Half a surrogate pair has no UTF-8: the table would say one thing on the server and another on every screen.
const text = z
  .string()
  .max(LONGEST_TEXT_CHARACTERS)
  .transform(words => words.toWellFormed())
const offset = z.number().int().min(0)
const italics = z.array(z.object({ from: offset, to: offset })).max(100_000)

/** A ReadDocument from outside: what `POST /api/read` answered, perhaps corrected by whoever reviewed it. */
export const readDocumentSchema: z.ZodType<ReadDocument> = z.object({
  title: text,
  symbol: text.nullable(),
  blocks: z
    .array(
      z.object({
        kind: z.enum(['masthead', 'title', 'chapeau', 'chapter', 'section', 'paragraph', 'subparagraph']),
        label: z.string().max(40),
        level: z.number().int().min(0).max(20),
        text,
        marks: z.array(z.object({ at: offset, note: z.string().max(20) })).max(100_000),
        italics,
      }),
    )
    .min(1, 'a draft has at least one block')
    .max(20_000),
  notes: z.array(z.object({ label: z.string().max(20), text, italics })).max(20_000),
  warnings: z.array(z.object({ sentence: text, block: z.number().int().nullable() })).max(20_000),
})

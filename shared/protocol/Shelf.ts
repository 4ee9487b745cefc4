import { z } from 'zod'
import { readDocumentSchema } from './readDocumentSchema.ts'

const name = z.string().trim().min(1).max(300)

const described = {
  /** What people call it: "2019 Ministerial Declaration". */
  title: name,
  /** The document symbol, "E/2019/28"; null when it has none. */
  symbol: name.max(100).nullable(),
  /** Null when it is not known. */
  year: z.number().int().min(1800).max(2200).nullable(),
  /** Where the official text is published; null when that is not known. */
  published: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  /** Whether its words were agreed by all: a Chair's summary is not. */
  isAgreed: z.boolean(),
}

/** What is said of a text: where it is from, and whether it counts as agreed language. */
export const shelfDescriptionSchema = z.object(described)
export type ShelfDescription = z.output<typeof shelfDescriptionSchema>

/** What `PATCH /api/shelf/{text}` wants: what is left out stays as it is. */
export const shelfChangeSchema = shelfDescriptionSchema.partial()
export type ShelfChange = z.output<typeof shelfChangeSchema>

/** What `DELETE /api/shelf/{text}` answers: the id of the text that is gone. */
export const shelfRemovedSchema = z.object({ removed: z.string() })

/** What `POST /api/shelf` wants: a text as it was read and reviewed, and what it is. */
export const newShelfTextSchema = z.object({ ...described, document: readDocumentSchema })
export type NewShelfText = z.output<typeof newShelfTextSchema>

/** A prior text on the shelf, without its words. */
export const shelfEntrySchema = z.object({
  ...described,
  id: z.string(),
  /** The abridged rendering in Adref's own words: it stands in for an official text until that is put in its place. */
  isRendering: z.boolean(),
  /** How many words it has. */
  words: z.number().int(),
  addedBy: z.string(),
  /** Whole milliseconds since 1970. */
  addedAt: z.number(),
})
export type ShelfEntry = z.output<typeof shelfEntrySchema>

/** What `GET /api/shelf/{text}` answers. */
export const shelfTextSchema = shelfEntrySchema.extend({ document: readDocumentSchema })
export type ShelfText = z.output<typeof shelfTextSchema>

/** An instrument of the field whose official text is not on the shelf. */
export const missingInstrumentSchema = z.object({
  title: z.string(),
  symbol: z.string(),
  year: z.number().int(),
  published: z.url(),
  /** Where in the document of that symbol it stands; null when it is the whole of it, or not known. */
  place: z.string().nullable(),
  /** The entry that stands in for it, when there is one. */
  rendering: z.string().nullable(),
})
export type MissingInstrument = z.output<typeof missingInstrumentSchema>

/** What `GET /api/shelf` answers: the shelf is one for all negotiations, oldest text first. */
export const shelfSchema = z.object({ texts: z.array(shelfEntrySchema), missing: z.array(missingInstrumentSchema) })
export type Shelf = z.output<typeof shelfSchema>

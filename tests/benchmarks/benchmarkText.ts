import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { readText } from '../../shared/exchange/readText.ts'
import { draftMidterm } from '../../shared/specimen/draftMidterm.ts'

const officialPath = join(import.meta.dirname, '../../../shared/texts/high-level-declaration-2024.txt')

/** The text everything is measured on: the real declaration of 2024 where it lies beside the project, else the specimen. */
export function benchmarkText(): { readonly document: ReadDocument; readonly note: string } {
  const isThere = existsSync(officialPath)
  const document = readText(isThere ? readFileSync(officialPath, 'utf8') : draftMidterm)
  if ('refused' in document) throw new Error(document.refused)
  const name = isThere
    ? 'the declaration of 2024'
    : 'the specimen, since the official texts do not lie beside the project'
  const words = document.blocks.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  return { document, note: `Text: ${name}; ${document.blocks.length} blocks, ${words} words.` }
}

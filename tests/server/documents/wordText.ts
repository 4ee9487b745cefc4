import { readDocument } from '../../../server/documents/readDocument.ts'
import type { ReadDocument } from '../../../shared/exchange/ReadDocument.ts'
import { readSummary } from '../../../shared/exchange/readSummary.ts'
import { zipOf } from '../../harness/zipOf.ts'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word file with this body, and further parts by the type they are referred to by, each as XML of its inside. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = Object.keys(parts)
  const relations = names.map(
    name => `<Relationship Id="${name}" Type="${TYPES}/${name.replace(/\d/, '')}" Target="${name}.xml"/>`,
  )
  const relationships = (inside: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  return zipOf({
    '_rels/.rels': relationships(`<Relationship Id="r" Type="${TYPES}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(relations.join('')),
    ...Object.fromEntries(
      names.map(name => [`word/${name}.xml`, `<?xml version="1.0"?><w:part ${NAMESPACES}>${parts[name]}</w:part>`]),
    ),
  })
}

/** A paragraph of these runs; what is no markup is a run of its own. */
export function p(...runs: readonly string[]): string {
  return `<w:p>${runs.map(run => (run.startsWith('<') ? run : r(run))).join('')}</w:p>`
}

export function r(text: string, settings = ''): string {
  return `<w:r><w:rPr>${settings}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

export async function readWord(body: string, parts: Readonly<Record<string, string>> = {}): Promise<ReadDocument> {
  const read = await readDocument(wordFile(body, parts))
  if ('refused' in read) throw new Error(`The file was refused: ${read.refused}`)
  return read
}

/** `18 (a) | words` for each paragraph and sub-paragraph. */
export function labelled(document: ReadDocument): readonly string[] {
  const { paragraphs, subparagraphs } = readSummary(document)
  return [...paragraphs, ...subparagraphs].map(({ label, text }) => `${label} | ${text}`)
}

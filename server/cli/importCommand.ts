import type { ReadBlock, ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { NOTE_CHARACTER } from '../../shared/exchange/readInline.ts'
import { readSummary } from '../../shared/exchange/readSummary.ts'
import { type FileReading, readDocumentFile } from './readDocumentFile.ts'

/** What the command reads from and writes to. */
export interface ImportIo extends FileReading {
  /** Standard output. */
  write(text: string): void
  /** Standard error. */
  fail(text: string): void
}

const USAGE = 'Usage: adref import FILE [--json]'

/**
 * `adref import FILE [--json]`: reads a document from a text file and prints it, as JSON (`readSummary`) or as an
 * outline for people, with what was guessed. `args` are those behind the word `import`.
 *
 * Returns the exit code: 0, or 1 with one sentence on standard error when the file cannot be read.
 */
export async function importCommand(args: readonly string[], io: ImportIo): Promise<number> {
  const files = args.filter(arg => !arg.startsWith('--'))
  const unknown = args.find(arg => arg.startsWith('--') && arg !== '--json')
  const [file] = files
  if (unknown !== undefined || file === undefined || files.length > 1) {
    const problem = unknown === undefined ? 'One file is needed.' : `The option ${unknown} is not known.`
    io.fail(`${problem} ${USAGE}\n`)
    return 1
  }
  const read = await readDocumentFile(file, io)
  if ('refused' in read) {
    io.fail(`${file}: ${read.refused}\n`)
    return 1
  }
  io.write(args.includes('--json') ? `${JSON.stringify(readSummary(read), null, 2)}\n` : outlineOf(read))
  return 0
}

/** How much of a paragraph the outline shows: what fits on a line of a terminal beside its label. */
const SHOWN_CHARACTERS = 70

function outlineOf(document: ReadDocument): string {
  const { title, symbol, blocks, notes, warnings } = document
  const lines = [title === '' ? '(no title)' : title, ...(symbol === null ? [] : [symbol]), '']
  for (const block of blocks) if (block.kind !== 'masthead' && block.kind !== 'title') lines.push(outlineLine(block))
  if (notes.length > 0)
    lines.push('', 'Notes', ...notes.map(note => `  ${note.label.padEnd(6)} ${shortened(note.text)}`))
  const count = (kind: ReadBlock['kind']) => blocks.filter(block => block.kind === kind).length
  lines.push(
    '',
    `Chapters: ${count('chapter')}, sections: ${count('section')}, paragraphs: ${count('paragraph')}, ` +
      `sub-paragraphs: ${count('subparagraph')}, notes: ${notes.length}`,
  )
  if (warnings.length > 0) lines.push('', 'To be reviewed', ...warnings.map(({ sentence }) => `  - ${sentence}`))
  return `${lines.join('\n')}\n`
}

function outlineLine({ kind, label, level, text }: ReadBlock): string {
  switch (kind) {
    case 'chapter':
      return `\n${heading(label, text)}`
    case 'section':
      return `\n  ${heading(label, text)}`
    case 'subparagraph':
      return `${'  '.repeat(level + 2)}${label === '•' ? label : `(${label})`} ${shortened(text)}`
    case 'masthead':
    case 'title':
    case 'chapeau':
    case 'paragraph':
      return `  ${label.padEnd(6)} ${shortened(text)}`
    default:
      return kind satisfies never
  }
}

function heading(label: string, text: string): string {
  const words = withoutMarks(text)
  if (label === '') return words
  return /^[a-z]/.test(label) ? `(${label}) ${words}` : `${label}. ${words}`
}

function shortened(text: string): string {
  const words = withoutMarks(text)
  return words.length <= SHOWN_CHARACTERS ? words : `${words.slice(0, SHOWN_CHARACTERS - 1).trimEnd()}…`
}

function withoutMarks(text: string): string {
  return text.replaceAll(NOTE_CHARACTER, '')
}

import type { ReadBlock, ReadDocument } from './ReadDocument.ts'
import { NOTE_CHARACTER } from './readInline.ts'

export interface ReadSummary {
  readonly title: string
  readonly chapters: readonly LabelledText[]
  readonly sections: readonly LabelledText[]
  readonly paragraphs: readonly LabelledText[]
  readonly subparagraphs: readonly LabelledText[]
  readonly footnotes: readonly SummaryNote[]
  readonly warnings: readonly string[]
}

export interface LabelledText {
  /** `18`, `18 (a)`, `18 (a) (i)`; '' for a paragraph without number. */
  readonly label: string
  /** Without note marks. */
  readonly text: string
}

export interface SummaryNote extends LabelledText {
  /** The label of the block its first mark stands in, or that block's kind where it bears none; null without mark. */
  readonly at: string | null
}

/** A document as lists of plain texts under their full labels: what the command line prints as JSON. */
export function readSummary(document: ReadDocument): ReadSummary {
  const labels = fullLabels(document.blocks)
  const pick = (kind: ReadBlock['kind']): readonly LabelledText[] =>
    document.blocks.flatMap((block, index) =>
      block.kind === kind ? [{ label: labels[index] ?? '', text: withoutMarks(block.text) }] : [],
    )
  const places = new Map<string, string>()
  for (const [index, block] of document.blocks.entries()) {
    for (const { note } of block.marks) if (!places.has(note)) places.set(note, placeName(block, labels[index] ?? ''))
  }
  return {
    title: document.title,
    chapters: pick('chapter'),
    sections: pick('section'),
    paragraphs: pick('paragraph'),
    subparagraphs: pick('subparagraph'),
    footnotes: document.notes.map(({ label, text }) => ({ label, text, at: places.get(label) ?? null })),
    warnings: document.warnings.map(warning => warning.sentence),
  }
}

/** For each block its label with those it hangs under: `18 (a) (i)`. */
export function fullLabels(blocks: readonly ReadBlock[]): readonly string[] {
  /** The labels open at each depth; the paragraph's at 0. */
  let path: readonly string[] = ['']
  return blocks.map(({ kind, label, level }) => {
    const own = kind === 'subparagraph' && label !== '•' ? `(${label})` : label
    if (kind === 'subparagraph') path = [...path.slice(0, level), own]
    // Sub-paragraphs behind a heading hang under no paragraph, and a heading's letter is no part of their label.
    else path = [kind === 'paragraph' ? own : '']
    return kind === 'subparagraph' ? path.filter(part => part !== '').join(' ') : own
  })
}

function withoutMarks(text: string): string {
  return text.replaceAll(` ${NOTE_CHARACTER} `, ' ').replaceAll(NOTE_CHARACTER, '').trim()
}

function placeName({ kind }: ReadBlock, label: string): string {
  if (label !== '' || kind === 'paragraph' || kind === 'subparagraph') return label
  return kind
}

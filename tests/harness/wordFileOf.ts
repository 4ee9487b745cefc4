import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Run,
  TextRun,
  XmlComponent,
} from 'docx'
import type { ReadBlock, ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { segmentsOf } from './segmentsOf.ts'

/** In half points, as Word counts. */
const NOTE_SIZE = 18

const level = (depth: number, format: NonNullable<ILevelsOptions['format']>, text: string): ILevelsOptions => ({
  level: depth,
  format,
  text,
})

const numbered = [
  level(0, LevelFormat.DECIMAL, '%1.'),
  level(1, LevelFormat.LOWER_LETTER, '(%2)'),
  level(2, LevelFormat.LOWER_ROMAN, '(%3)'),
]
const bullets = [level(0, LevelFormat.BULLET, '•'), level(1, LevelFormat.BULLET, '◦')]

/** A document as a Word file, as people make one: numbers by Word's lists, headings by styles, notes as footnotes. */
export async function wordFileOf(document: ReadDocument): Promise<Uint8Array> {
  // Word numbers the bodies of notes in the order of their marks, and some programs rely on it.
  const marks = document.blocks.flatMap(block => block.marks.map(mark => mark.note))
  const inOrder = document.notes.toSorted((a, b) => marks.indexOf(a.label) - marks.indexOf(b.label))
  const ids = new Map(inOrder.map(({ label }, index) => [label, index + 1]))
  const footnotes = Object.fromEntries(
    inOrder.map(({ label, text, italics }) => {
      const typed = label.startsWith('*') ? `${label} ` : ''
      const runs = segmentsOf(text, italics).flatMap(segment =>
        segment.kind === 'words' ? [new TextRun({ text: segment.text, italics: segment.italic, size: NOTE_SIZE })] : [],
      )
      return [String(ids.get(label)), { children: [new Paragraph({ children: [new TextRun(typed), ...runs] })] }]
    }),
  )
  const children = document.blocks.map(block => new Paragraph({ ...settingsOf(block), children: runsOf(block, ids) }))
  const file = new Document({
    numbering: {
      config: [
        { reference: 'paragraphs', levels: numbered },
        { reference: 'bullets', levels: bullets },
      ],
    },
    footnotes,
    styles: {
      default: {
        document: { paragraph: { spacing: { after: 120 } } },
        title: { run: { bold: true } },
        heading1: { run: { bold: true } },
        heading2: { run: { bold: true } },
      },
    },
    sections: [{ children }],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function settingsOf({ kind, label, level }: ReadBlock) {
  if (kind === 'title') return { heading: HeadingLevel.TITLE }
  if (kind === 'chapter') return { heading: HeadingLevel.HEADING_1 }
  if (kind === 'section') return { heading: HeadingLevel.HEADING_2 }
  if (label === '•') return { numbering: { reference: 'bullets', level: Math.max(0, level - 1) } }
  if (isCounted(label)) return { numbering: { reference: 'paragraphs', level } }
  return {}
}

function runsOf(
  { kind, label, text, italics, marks }: ReadBlock,
  ids: ReadonlyMap<string, number>,
): readonly ParagraphChild[] {
  const isTyped = label !== '' && label !== '•' && !(isCounted(label) && kind !== 'section' && kind !== 'chapter')
  const typed = isTyped ? [new TextRun(/^[a-z]/.test(label) ? `(${label})\t` : `${label}.\t`)] : []
  const runs = segmentsOf(text, italics, marks).map(segment => {
    if (segment.kind === 'words') return new TextRun({ text: segment.text, italics: segment.italic })
    const id = ids.get(segment.note)
    if (id === undefined) return new TextRun({ text: segment.note, superScript: true })
    return segment.note.startsWith('*') ? new TypedMark(id, segment.note) : new FootnoteReferenceRun(id)
  })
  return [...typed, ...runs]
}

/** The mark of a footnote as somebody typed it: "Custom mark" in Word. */
class TypedMark extends Run {
  constructor(id: number, mark: string) {
    super({ superScript: true })
    this.root.push(new TypedReference(id), new Text(mark))
  }
}

class TypedReference extends XmlComponent {
  constructor(id: number) {
    super('w:footnoteReference')
    this.root.push({ _attr: { 'w:customMarkFollows': '1', 'w:id': id } })
  }
}

class Text extends XmlComponent {
  constructor(text: string) {
    super('w:t')
    this.root.push(text)
  }
}

function isCounted(label: string): boolean {
  return /^(?:\d{1,3}|[a-z]{1,4})$/.test(label)
}

import type { ReactNode } from 'react'
import { type Reading, type ReadRoot, readAs } from '../../shared/projection/readAs.ts'
import type { Sheet } from '../../shared/projection/Sheet.ts'
import { noteMark } from '../../shared/table/words.ts'

/** The sheet to be read: the draft without brackets, or with one's own proposals taken. */
export function SheetReader({ sheet, reading }: { readonly sheet: Sheet; readonly reading: Reading }) {
  const { roots, notes } = readAs(sheet, reading)
  const numbers = new Map(notes.map(({ host, number }) => [host.slice('note:'.length), number]))
  return (
    <div className="ProseMirror reading">
      {roots.map(root => (
        <ReadBlock key={root.host} root={root} numbers={numbers} />
      ))}
      {notes.map(note => (
        <p key={note.host} className="block" data-host={note.host} data-kind="note" data-label={note.number}>
          {withMarks(note, numbers)}
        </p>
      ))}
    </div>
  )
}

const tags = { title: 'h1', chapter: 'h2', section: 'h3' } as const

function ReadBlock({ root, numbers }: { readonly root: ReadRoot; readonly numbers: ReadonlyMap<string, string> }) {
  const { kind, label, level, host, words } = root
  const Tag = kind === 'title' || kind === 'chapter' || kind === 'section' ? tags[kind] : 'p'
  return (
    <Tag
      className="block"
      data-host={host}
      data-kind={kind}
      data-level={level}
      data-label={label.hanging === '' ? undefined : label.hanging}
    >
      {words.text === '' ? '[deleted]' : withMarks(root, numbers)}
    </Tag>
  )
}

/** The words with their note marks and italics, cut where one of these begins or ends. */
function withMarks(
  { words: { text, notes }, italics }: Pick<ReadRoot, 'words' | 'italics'>,
  numbers: ReadonlyMap<string, string>,
): ReactNode {
  const marks = [...text.matchAll(/\uFFFC/g)].map(({ index }) => index)
  const cuts = new Set([
    0,
    text.length,
    ...marks.flatMap(at => [at, at + 1]),
    ...italics.flatMap(({ from, to }) => [from, to]),
  ])
  const ends = [...cuts].sort((a, b) => a - b)
  return ends.slice(1).map((end, index) => {
    const start = ends[index] ?? 0
    const note = text[start] === noteMark ? notes[marks.indexOf(start)] : undefined
    if (note !== undefined)
      return (
        <sup key={start} className="note-mark">
          {numbers.get(note)}
        </sup>
      )
    const isItalic = italics.some(({ from, to }) => from <= start && end <= to)
    return (
      <span key={start} className={isItalic ? 'italic' : undefined}>
        {text.slice(start, end)}
      </span>
    )
  })
}

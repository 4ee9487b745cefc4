import type { ReactNode } from 'react'
import { type Reading, type ReadRoot, readAs } from '../../shared/projection/readAs.ts'
import type { Sheet } from '../../shared/projection/Sheet.ts'
import { noteMark, type Words } from '../../shared/table/words.ts'

/** The sheet to be read: the draft without brackets, or with one's own proposals taken. */
export function SheetReader({ sheet, reading }: { readonly sheet: Sheet; readonly reading: Reading }) {
  const { roots, notes } = readAs(sheet, reading)
  const numbers = new Map(notes.map(({ host, number }) => [host.slice('note:'.length), number]))
  return (
    <div className="ProseMirror reading">
      {roots.map(root => (
        <ReadBlock key={root.host} root={root} numbers={numbers} />
      ))}
      {notes.map(({ host, number, words }) => (
        <p key={host} className="block" data-host={host} data-kind="note" data-label={number}>
          {withMarks(words, numbers)}
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
      {words.text === '' ? '[deleted]' : withMarks(words, numbers)}
    </Tag>
  )
}

function withMarks({ text, notes }: Words, numbers: ReadonlyMap<string, string>): ReactNode {
  const parts = text.split(noteMark)
  return parts.map((part, index) => {
    const note = notes[index]
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have nothing else to be told apart by
      <span key={index}>
        {part}
        {note !== undefined && index < parts.length - 1 && <sup className="note-mark">{numbers.get(note)}</sup>}
      </span>
    )
  })
}

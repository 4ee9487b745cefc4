import { Node } from '@tiptap/core'
import { noteMark } from '../../shared/table/words.ts'

/** The document of the editor: plain blocks of plain text. Brackets, labels and colours are drawn over it, never stored in it. */
export const DocumentNode = Node.create({ name: 'doc', topNode: true, content: 'block+' })

export const TextNode = Node.create({ name: 'text', group: 'inline' })

const tags: Readonly<Record<string, string>> = { title: 'h1', chapter: 'h2', section: 'h3' }

export const BlockNode = Node.create({
  name: 'block',
  content: '(text | note)*',
  whitespace: 'pre',
  marks: '',
  selectable: false,
  addAttributes() {
    return { host: { default: '' }, kind: { default: 'paragraph' } }
  },
  renderHTML({ node }) {
    const { host, kind }: { host?: unknown; kind?: unknown } = node.attrs
    return [tags[String(kind)] ?? 'p', { class: 'block', 'data-host': String(host), 'data-kind': String(kind) }, 0]
  },
})

/** A note's mark: one character in the document as in the texts behind it. Its number is drawn by a decoration. */
export const NoteNode = Node.create({
  name: 'note',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes() {
    return { note: { default: '' } }
  },
  renderHTML({ node }) {
    const { note }: { note?: unknown } = node.attrs
    return ['sup', { class: 'note-mark', 'data-note': String(note) }]
  },
  renderText: () => noteMark,
})

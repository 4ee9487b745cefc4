import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import type { Passage } from '../../shared/projection/project.ts'
import type { Root } from '../../shared/projection/ShownSheet.ts'
import { noteMark } from '../../shared/table/words.ts'

/** A text's passages as the content of a block: characters and note marks, one position each. */
export function blockContent(schema: Schema, passages: readonly Passage[]): Fragment {
  const nodes: Node[] = []
  let words = ''
  const flush = () => {
    if (words !== '') nodes.push(schema.text(words))
    words = ''
  }
  for (const { text, notes } of passages) {
    let note = 0
    for (const part of text.split(/(\uFFFC)/)) {
      if (part !== noteMark) {
        words += part
        continue
      }
      flush()
      nodes.push(schema.node('note', { note: notes[note++] ?? '' }))
    }
  }
  flush()
  return Fragment.fromArray(nodes)
}

/** What kind of block a root is drawn as. */
export function kindOf(root: Root): string {
  switch (root.is) {
    case 'block':
      return root.block.kind
    case 'proposed':
      return root.paragraph.change.kind
    case 'note':
      return 'note'
    default:
      throw new Error(`unknown root ${root satisfies never}`)
  }
}

export function blockOf(schema: Schema, root: Root, passages: readonly Passage[]): Node {
  return schema.node('block', { host: root.host, kind: kindOf(root) }, blockContent(schema, passages))
}

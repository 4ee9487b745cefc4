import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { blockOf } from '../../../client/editor/blockContent.ts'
import { redrawTransaction } from '../../../client/editor/redraw.ts'
import { BlockNode, DocumentNode, NoteNode, TextNode } from '../../../client/editor/schema.ts'
import { enterParagraph } from '../../../shared/desk/editParagraphs.ts'
import { editWords } from '../../../shared/desk/editWords.ts'
import { ShownSheet } from '../../../shared/projection/ShownSheet.ts'
import { plainWords } from '../../../shared/table/words.ts'
import { SeededRandom } from '../../harness/SeededRandom.ts'
import type { TestPerson } from '../../harness/TestPerson.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

const schema = getSchema([DocumentNode, TextNode, BlockNode, NoteNode])

function drawn(shown: ShownSheet) {
  return schema.node(
    'doc',
    null,
    shown.roots.map(root => blockOf(schema, root, shown.passages(root.host))),
  )
}

/** An edit by somebody anywhere on their sheet: words come, go, or a paragraph is proposed. */
function editAnywhere(person: TestPerson, random: SeededRandom): void {
  const shown = new ShownSheet(person.sheet)
  const { host } = random.pick(shown.roots)
  const length = shown.passages(host).reduce((sum, { text }) => sum + text.length, 0)
  shown.destroy()
  const from = random.below(length + 1)
  const to = random.chance(1, 2) ? from : Math.min(length, from + random.below(8))
  if (random.chance(1, 12) && !host.startsWith('note:')) enterParagraph(person.editing, host, from)
  else
    editWords(person.editing, host, from, to, plainWords(random.chance(1, 3) ? '' : random.pick(['a', 'aa ', 'bab'])))
}

test('R12, R73: whatever has changed in how many texts at once, what is drawn reads as the sheet does', () => {
  const random = new SeededRandom(20_260)
  const room = new TestRoom(['Aaa bab, aa.', 'Baa\uFFFC aab.', 'A ab a ba.', 'Bb.'], ['EU', 'US'])
  const writers = [room.person('EU'), room.person('US')]
  const reader = room.person('EU')
  const shown = new ShownSheet(reader.sheet)
  let state = EditorState.create({ schema, doc: drawn(shown) })
  for (let round = 0; round < 60; round++) {
    for (let edits = random.below(5); edits >= 0; edits--) {
      const writer = random.pick(writers)
      editAnywhere(writer, random)
      writer.sync()
    }
    reader.sync()
    state = state.apply(redrawTransaction(state, shown, shown.refresh()))
    expect(state.doc.toJSON(), `seed ${random.seed}, round ${round}`).toEqual(drawn(shown).toJSON())
  }
})

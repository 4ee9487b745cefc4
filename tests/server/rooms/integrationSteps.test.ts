import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { FreshStructs } from '../../../server/rooms/FreshStructs.ts'
import { rehearse } from '../../../server/rooms/integrationSteps.ts'
import { craftedUpdate } from '../../harness/craftedUpdate.ts'
import { deskDoc, idOf } from '../../harness/deskDocs.ts'
import { SeededRandom } from '../../harness/SeededRandom.ts'

const unlimited = Number.MAX_SAFE_INTEGER

function freshOf(doc: Y.Doc, update: Uint8Array): FreshStructs {
  const fresh = FreshStructs.of(doc, Y.decodeUpdate(update).structs, unlimited)
  if (typeof fresh === 'string') throw new Error(`nothing to rehearse: ${fresh}`)
  return fresh
}

/** The ids of a text's characters in their order, deleted ones too, as Yjs has them. */
function orderInYjs(text: Y.Text): readonly string[] {
  const ids: string[] = []
  for (let item = text._start; item !== null; item = item.right)
    for (let offset = 0; offset < item.length; offset += 1) ids.push(`${item.id.client}:${item.id.clock + offset}`)
  return ids
}

function orderRehearsed(text: Y.Text, fresh: FreshStructs): readonly string[] {
  const { pieces } = rehearse(fresh, unlimited)
  const ids: string[] = []
  for (let piece = pieces.head({ type: text, key: null }); piece !== null; piece = pieces.right(piece))
    for (let offset = 0; offset < piece.length; offset += 1) ids.push(`${piece.client}:${piece.clock + offset}`)
  return ids
}

test('the rehearsal puts every character of honest concurrent work where Yjs puts it', () => {
  const seed = 20_240_314
  const random = new SeededRandom(seed)
  for (let round = 0; round < 60; round += 1) {
    const { doc, text } = deskDoc('We shall keep the instruments in good order.')
    const others = [11, 9, 500].map(client => {
      const other = new Y.Doc()
      other.clientID = client
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      return other
    })
    for (let step = 0; step < 40; step += 1) {
      const other = random.pick(others)
      const own = textOf(other)
      const at = random.below(own.length + 1)
      if (random.below(4) === 0) own.delete(at, Math.min(3, own.length - at))
      else own.insert(at, 'abc'.slice(0, 1 + random.below(3)))
      if (random.below(6) === 0) Y.applyUpdate(random.pick(others), Y.encodeStateAsUpdate(other))
    }
    for (const other of others) {
      const update = Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc))
      const rehearsed = orderRehearsed(text, freshOf(doc, update))
      Y.applyUpdate(doc, update)
      expect(rehearsed, `seed ${seed}, round ${round}`).toEqual(orderInYjs(text))
    }
  }
})

test('the rehearsal puts crafted items where Yjs puts them, however tangled', () => {
  const seed = 67
  const random = new SeededRandom(seed)
  for (let round = 0; round < 200; round += 1) {
    const { doc, text } = deskDoc('0123456789')
    const parent = idOf(text)
    const first = text._start?.id.clock ?? 0
    const clients = [20, 8, 30].map(client => ({ client, clock: 0, items: [...Array(12).keys()] }))
    const anyId = (client: number, clock: number) => {
      const known = { client: 10, clock: first + random.below(10) }
      return random.below(2) === 0 || clock === 0 ? known : { client, clock: random.below(clock) }
    }
    const update = craftedUpdate(
      clients.map(({ client, clock, items }) => ({
        client,
        clock,
        items: items.map(index => {
          const sides = random.below(4)
          const origin = sides % 2 === 1 ? { origin: anyId(client, index) } : {}
          const rightOrigin = sides >= 2 ? { rightOrigin: anyId(client, index) } : {}
          return { parent, ...origin, ...rightOrigin }
        }),
      })),
    )
    const rehearsed = orderRehearsed(text, freshOf(doc, update))
    Y.applyUpdate(doc, update)
    expect(rehearsed, `seed ${seed}, round ${round}`).toEqual(orderInYjs(text))
  }
})

function textOf(doc: Y.Doc): Y.Text {
  const draft: unknown = doc.getMap('drafts').get('draft-1')
  const text: unknown = draft instanceof Y.Map ? draft.get('text') : null
  if (!(text instanceof Y.Text)) throw new Error('the draft has no text')
  return text
}

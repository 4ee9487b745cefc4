import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkDeskUpdate, deskLimits } from '../../../server/rooms/deskGuard.ts'
import { type CraftedItem, craftedUpdate } from '../../harness/craftedUpdate.ts'
import { deskDoc, idOf } from '../../harness/deskDocs.ts'
import { timesLonger } from '../../harness/timesLonger.ts'

const sentenceOf = (doc: Y.Doc, update: Uint8Array): string => {
  const verdict = checkDeskUpdate(doc, update, 0)
  return 'refused' in verdict ? verdict.refused : 'taken'
}

/** What another program with the same desk would send after this change. */
function changed(doc: Y.Doc, change: (other: Y.Doc) => void): Uint8Array {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  change(other)
  return Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc))
}

describe('a desk takes', () => {
  test('R9: a new draft with its change, words, note marks and reason', () => {
    const { doc } = deskDoc('words')
    const update = changed(doc, other => {
      const map = new Y.Map<unknown>()
      const text = new Y.Text()
      other.getMap('drafts').set('draft-2', map)
      map.set('text', text)
      map.set('change', { is: 'words', start: { client: 1, clock: 2, side: 'before' } })
      map.set('withdrawn', true)
      text.insert(0, 'better words')
      text.insertEmbed(3, { note: 'note-1' })
      map.set('withdrawn', false)
    })
    const verdict = checkDeskUpdate(doc, update, 0)
    expect(verdict).toMatchObject({ isNew: true })
  })

  test('R9: deletions, and what was written and deleted while offline', () => {
    const { doc, text } = deskDoc('some words that stand here')
    const update = changed(doc, other => {
      const map = new Y.Map<unknown>()
      other.getMap('drafts').set('draft-2', map)
      map.set('text', new Y.Text('gone again'))
      other.getMap('drafts').delete('draft-2')
    })
    expect(sentenceOf(doc, update)).toBe('taken')
    text.delete(0, 5)
    expect(text.toString()).toBe('words that stand here')
  })

  test('R9: what it knows already, whatever its size, as nothing new', () => {
    const { doc, text } = deskDoc('a'.repeat(3 * deskLimits.freshStructs))
    for (let at = 0; at < 1.5 * deskLimits.freshStructs; at += 1) text.delete(at, 1)
    const all = Y.encodeStateAsUpdate(doc)
    expect(checkDeskUpdate(doc, all, 0)).toEqual({ isNew: false, cost: { structs: 0, characters: 0 } })
  })
})

describe('a desk refuses', () => {
  test('R9: bytes that are no update', () => {
    const { doc } = deskDoc('words')
    for (const bytes of [[], [1], [255, 255, 255], [1, 1, 1, 0, 9, 9]])
      expect(sentenceOf(doc, Uint8Array.from(bytes))).toBe('The change could not be read.')
  })

  test('R9: another root than drafts and notes, and a list in a root of records', () => {
    const { doc } = deskDoc('words')
    expect(
      sentenceOf(
        doc,
        changed(doc, other => other.getMap('decisions').set('a', new Y.Map())),
      ),
    ).toContain('form')
    expect(
      sentenceOf(
        doc,
        changed(doc, other => other.getText('drafts').insert(0, 'x')),
      ),
    ).toContain('form')
    expect([...doc.share.keys()].sort()).toEqual(['drafts', 'notes'])
  })

  test('R9: types within types, arrays, formatting, bytes, and documents within', () => {
    const { doc } = deskDoc('words')
    const inDraft = (set: (map: Y.Map<unknown>, text: Y.Text) => void) =>
      changed(doc, other => {
        const map: unknown = other.getMap('drafts').get('draft-1')
        const text: unknown = map instanceof Y.Map ? map.get('text') : null
        if (map instanceof Y.Map && text instanceof Y.Text) set(map, text)
      })
    expect(
      sentenceOf(
        doc,
        inDraft(map => map.set('a', new Y.Map())),
      ),
    ).toContain('form')
    expect(
      sentenceOf(
        doc,
        inDraft(map => map.set('a', new Y.Array())),
      ),
    ).toContain('form')
    expect(
      sentenceOf(
        doc,
        inDraft(map => map.set('a', new Y.XmlText())),
      ),
    ).toContain('form')
    expect(
      sentenceOf(
        doc,
        inDraft(map => map.set('a', new Y.Doc())),
      ),
    ).toContain('form')
    expect(
      sentenceOf(
        doc,
        inDraft(map => map.set('a', new Uint8Array(3))),
      ),
    ).toContain('form')
    expect(
      sentenceOf(
        doc,
        inDraft(map => map.set('__proto__', 1)),
      ),
    ).toContain('form')
    expect(
      sentenceOf(
        doc,
        inDraft((_, text) => text.format(0, 2, { bold: true })),
      ),
    ).toContain('form')
    expect(
      sentenceOf(
        doc,
        inDraft((_, text) => text.insertEmbed(0, new Y.Map())),
      ),
    ).toContain('form')
  })

  test('R9: a value nested so deep that reading it back would fail', () => {
    const { doc } = deskDoc('words')
    const deep = {
      kind: 8,
      write: (encoder: encoding.Encoder) => {
        encoding.writeVarUint(encoder, 1)
        for (let depth = 0; depth < 2_000; depth += 1) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1))
        encoding.writeUint8(encoder, 126)
      },
    }
    const parent = { client: 10, clock: 0 }
    expect(
      sentenceOf(doc, craftedUpdate([{ client: 7, clock: 0, items: [{ parent, key: 'a', content: deep }] }])),
    ).toContain('form')
  })

  test('R9: what leans on something it does not have', () => {
    const { doc } = deskDoc('words')
    const nowhere = { client: 77, clock: 5 }
    const update = (item: CraftedItem, clock = 0) => craftedUpdate([{ client: 7, clock, items: [item] }])
    const gap = 'The change leans on something the server does not have.'
    expect(sentenceOf(doc, update({ origin: nowhere }))).toBe(gap)
    expect(sentenceOf(doc, update({ rightOrigin: nowhere }))).toBe(gap)
    expect(sentenceOf(doc, update({ parent: nowhere }))).toBe(gap)
    expect(sentenceOf(doc, update({ origin: { client: 7, clock: 9 } }))).toBe(gap)
    expect(sentenceOf(doc, update({ parent: idOf(deskText(doc)) }, 3))).toBe(gap)
    const circle = craftedUpdate([
      { client: 7, clock: 0, items: [{ origin: { client: 8, clock: 0 } }] },
      { client: 8, clock: 0, items: [{ origin: { client: 7, clock: 0 } }] },
    ])
    expect(sentenceOf(doc, circle)).toBe(gap)
    const deletion = craftedUpdate([], [{ client: 77, ranges: [{ clock: 0, length: 3 }] }])
    expect(sentenceOf(doc, deletion)).toBe('The change deletes something the server does not have.')
  })

  test('R9: more at once, and more in all, than it may hold', () => {
    const { doc, text } = deskDoc('words')
    const parent = idOf(text)
    const many = Array.from({ length: deskLimits.freshStructs + 1 }, () => ({ parent }))
    expect(sentenceOf(doc, craftedUpdate([{ client: 7, clock: 0, items: many }]))).toBe(
      'These are too many changes at once.',
    )
    expect(sentenceOf(doc, new Uint8Array(deskLimits.updateBytes + 1))).toContain('smaller pieces')
    const { doc: full } = deskDoc('x'.repeat(deskLimits.liveUnits))
    const key = changed(full, other => deskText(other).insert(0, 'y'))
    expect(sentenceOf(full, key)).toContain('full')
    expect(checkDeskUpdate(full, key, 1_000)).toMatchObject({ isNew: true })
  })

  test('R9: an update built to keep Yjs busy for half a minute, in little time', () => {
    const { doc, text } = deskDoc('a'.repeat(40_000))
    const first = text._start?.id.clock ?? 0
    const attack = (count: number) =>
      craftedUpdate([
        {
          client: 99,
          clock: 0,
          items: Array.from({ length: count }, (_, index) => ({
            rightOrigin: { client: 10, clock: first + 2 * index + 1 },
          })),
        },
      ])
    const large = attack(15_500)
    const small = attack(deskLimits.freshStructs)
    expect(sentenceOf(doc, large)).toBe('These are too many changes at once.')
    expect(sentenceOf(doc, small)).toContain('tangled up')
    const refuse = () => [large, small].map(update => sentenceOf(doc, update))
    const state = Y.encodeStateAsUpdate(doc)
    const apply = () => {
      const unguarded = new Y.Doc()
      Y.applyUpdate(unguarded, state)
      Y.applyUpdate(unguarded, small)
    }
    // The larger one applied would take longer than a test may.
    expect(timesLonger(apply, refuse, 1)).toBeGreaterThan(3)
  })
})

function deskText(doc: Y.Doc): Y.Text {
  const draft: unknown = doc.getMap('drafts').get('draft-1')
  const text: unknown = draft instanceof Y.Map ? draft.get('text') : null
  if (!(text instanceof Y.Text)) throw new Error('the draft has no text')
  return text
}

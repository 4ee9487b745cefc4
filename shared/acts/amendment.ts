import * as Y from 'yjs'
import { originAt } from '../projection/deskOffset.ts'
import type { CharacterRun } from '../table/Proposal.ts'
import { readWords, sliceWords, type Words } from '../table/words.ts'
import type { Splice } from './TableWrite.ts'

/**
 * The smallest edit that turns tabled words into what their desk reads now. Goes by the identity of characters, so that what
 * others have written between two of them stays between them. Insertions come first, then deletions, each from the last
 * place to the first.
 */
export function amendment(tabled: Words, origin: readonly CharacterRun[], desk: Y.Text): readonly Splice[] {
  const now = readWords(desk)
  if (now.text === tabled.text && now.notes.join() === tabled.notes.join()) return []
  const offsets = offsetsByCharacter(origin)
  const kept = new Set<number>()
  const inserted: { at: number; from: number; to: number }[] = []
  let passed = 0
  let index = 0
  for (let item = desk._start; item !== null; item = item.right) {
    const live = !item.deleted && item.countable
    if (!live && !(item instanceof Y.Item && item.deleted)) continue
    for (let step = 0; step < item.length; step++) {
      const offset = offsets.get(`${item.id.client}:${item.id.clock + step}`)
      if (offset !== undefined) {
        passed = offset + 1
        if (live) kept.add(offset)
      } else if (live) {
        const last = inserted.at(-1)
        if (last !== undefined && last.at === passed && last.to === index) last.to++
        else inserted.push({ at: passed, from: index, to: index + 1 })
      }
      if (live) index++
    }
  }
  const insertions = inserted
    .toReversed()
    .map(({ at, from, to }) => ({ at, remove: 0, insert: sliceWords(now, from, to) }))
  return [...insertions, ...deletions(tabled.text.length, kept, inserted)]
}

/** Deletions in the coordinates that hold once the insertions are made. */
function deletions(
  length: number,
  kept: ReadonlySet<number>,
  inserted: readonly { at: number; from: number; to: number }[],
) {
  const splices: Splice[] = []
  const shift = (offset: number) =>
    inserted.reduce((sum, { at, from, to }) => (at <= offset ? sum + to - from : sum), 0)
  for (let offset = length - 1; offset >= 0; offset--) {
    if (kept.has(offset)) continue
    const at = offset + shift(offset)
    const last = splices.at(-1)
    if (last !== undefined && last.at === at + 1) splices[splices.length - 1] = { ...last, at, remove: last.remove + 1 }
    else splices.push({ at, remove: 1, insert: { text: '', notes: [] } })
  }
  return splices
}

function offsetsByCharacter(origin: readonly CharacterRun[]): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>()
  for (let offset = 0; ; offset++) {
    const character = originAt(origin, offset)
    if (character === null) return offsets
    offsets.set(`${character.client}:${character.clock}`, offset)
  }
}

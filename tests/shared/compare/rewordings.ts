import type { MarkedText } from '../../../shared/compare/ComparedBlock.ts'
import type { SeededRandom } from '../../harness/SeededRandom.ts'

const NOTE = '\ufffc'
/** Private characters that say which mark it was. */
const FIRST_NUMBER = 0xe000

/** A text whose note marks each know which they are, so that they can be moved about with their words. */
export function numbered({ text }: MarkedText): string {
  let seen = 0
  return text.replaceAll(NOTE, () => `${NOTE}${String.fromCharCode(FIRST_NUMBER + seen++)}`)
}

/** Back to plain marks, in whatever order they stand now. */
export function unnumbered(text: string, marks: MarkedText['marks']): MarkedText {
  const numbers = [...text.matchAll(/[\ue000-\uf8ff]/g)].map(([sign]) => sign.charCodeAt(0) - FIRST_NUMBER)
  return { text: text.replace(/[\ue000-\uf8ff]/g, ''), marks: numbers.flatMap(number => marks[number] ?? []) }
}

/** One to four small changes, as amendments make them: words added, struck or exchanged. */
export function editWords(words: MarkedText, others: readonly string[], random: SeededRandom): MarkedText {
  let parts = numbered(words).split(' ')
  for (let count = 1 + random.below(4); count > 0; count--) {
    const at = random.below(parts.length)
    const struck = random.chance(1, 3) ? 0 : 1 + random.below(3)
    const added = random.chance(1, 3) ? [] : Array.from({ length: 1 + random.below(4) }, () => random.pick(others))
    const changed = [...parts.slice(0, at), ...added, ...parts.slice(at + struck)]
    if (changed.length > 3) parts = changed
  }
  return unnumbered(parts.join(' '), words.marks)
}

/** Of a hundred longer words, from 30 to 55 stay when a paragraph is said anew. */
const fewestKept = 30
const mostKept = 55

/** Says it anew: few of the longer words stay, some of them in another form, and clauses change places. Note marks go with their words. */
export function rewordWords(words: MarkedText, others: readonly string[], random: SeededRandom): MarkedText {
  const kept = fewestKept + random.below(mostKept - fewestKept)
  const clauses = numbered(words).split(/(?<=[,;][\ufffc\ue000-\uf8ff]*) /)
  const turned = random.chance(1, 2) ? [...clauses.slice(1), ...clauses.slice(0, 1)] : clauses
  const said = turned
    .join(' ')
    .split(' ')
    .flatMap(part => {
      if (part.includes(NOTE)) return [part]
      if (part.length >= 5) {
        if (!random.chance(kept, 100)) return [random.pick(others)]
        return [random.chance(1, 5) ? otherForm(part) : part]
      }
      if (!random.chance(1, 3)) return random.chance(1, 12) ? [random.pick(others), part] : [part]
      return random.chance(1, 2) ? [] : [random.pick(['of', 'and', 'for', 'with', 'by'])]
    })
  return unnumbered(said.join(' '), words.marks)
}

function otherForm(word: string): string {
  const [, stem = word, sign = ''] = /^(.*?)([.,;:]?)$/.exec(word) ?? []
  if (stem.endsWith('ing')) return `${stem.slice(0, -3)}ed${sign}`
  return stem.endsWith('s') ? `${stem.slice(0, -1)}${sign}` : `${stem}s${sign}`
}

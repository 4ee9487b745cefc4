import type { ComparedBlock } from '../../../shared/compare/ComparedBlock.ts'
import type { SeededRandom } from '../../harness/SeededRandom.ts'
import { editWords, numbered, rewordWords, unnumbered } from './rewordings.ts'

export const variantKinds = ['kept', 'edited', 'moved', 'split', 'merged', 'reworded', 'reworded and moved'] as const
export type VariantKind = (typeof variantKinds)[number]

/** A paragraph of the old text and one of the new that holds its words, by their places. */
export interface VariantLink {
  readonly old: number
  readonly new: number
  readonly kind: VariantKind
}

/** A text, another made from it by known steps, and which paragraph became which. */
export interface Variant {
  readonly old: readonly ComparedBlock[]
  readonly new: readonly ComparedBlock[]
  readonly links: readonly VariantLink[]
}

/** What happens to a paragraph, and how often of a hundred. */
const chances: readonly (readonly [VariantKind | 'dropped', number])[] = [
  ['kept', 32],
  ['edited', 20],
  ['moved', 9],
  ['split', 7],
  ['merged', 7],
  ['reworded', 8],
  ['reworded and moved', 7],
  ['dropped', 10],
]
/** One paragraph in so many has a foreign one put behind it. */
const foreignEvery = 10
/** Shorter ones cannot be split, and say too little to be known again said anew. */
const fewestWords = 12

/** A block of the new text, of what it came, and where it stands, in places of the old text. */
interface Made {
  readonly block: ComparedBlock
  readonly place: number
  readonly kind: VariantKind | 'foreign'
  readonly sources: readonly number[]
}

/** Makes a revision of a text as negotiations make them; `foreign` are paragraphs of other texts, put in as new ones. */
export function variantOf(
  old: readonly ComparedBlock[],
  foreign: readonly ComparedBlock[],
  random: SeededRandom,
): Variant {
  const strangers = foreign.filter(block => block.is === 'paragraph' && !isShort(block))
  const words = foreign.flatMap(({ text }) => text.match(/(?<!\p{L})\p{Ll}{5,}/gu) ?? [])
  const made: Made[] = []
  for (let place = 0; place < old.length; place++) {
    const parts = madeOf(old, place, words, random)
    made.push(...parts)
    if (parts.some(({ kind }) => kind === 'merged')) place++
    if (random.chance(1, foreignEvery))
      made.push({ block: random.pick(strangers), place: place + 0.75, kind: 'foreign', sources: [] })
  }
  const ordered = made.toSorted((a, b) => a.place - b.place)
  const links = ordered.flatMap(({ kind, sources }, place) =>
    kind === 'foreign' ? [] : sources.map(source => ({ old: source, new: place, kind })),
  )
  return { old, new: ordered.map(({ block }) => block), links }
}

function madeOf(
  old: readonly ComparedBlock[],
  place: number,
  words: readonly string[],
  random: SeededRandom,
): readonly Made[] {
  const block = old[place]
  if (block === undefined) return []
  const next = old[place + 1]
  const put = (kind: VariantKind, made: ComparedBlock = block, at = place): Made => ({
    block: made,
    place: at,
    kind,
    sources: [place],
  })
  const kind = block.is === 'paragraph' ? chosenKind(random) : 'kept'
  switch (kind) {
    case 'dropped':
      return []
    case 'kept':
      return [put('kept')]
    case 'moved':
      return [put('moved', block, elsewhere(place, old.length, random))]
    case 'edited':
      return [put('edited', { ...block, ...editWords(block, words, random) })]
    case 'reworded':
      return [isShort(block) ? put('kept') : put('reworded', { ...block, ...rewordWords(block, words, random) })]
    case 'reworded and moved': {
      const at = elsewhere(place, old.length, random)
      if (isShort(block)) return [put('moved', block, at)]
      return [put('reworded and moved', { ...block, ...rewordWords(block, words, random) }, at)]
    }
    case 'split': {
      const halves = isShort(block) ? [] : halvesOf(block)
      if (halves.length === 0) return [put('kept')]
      return halves.map((half, nth) => put('split', half, place + nth / 4))
    }
    case 'merged': {
      if (next?.is !== 'paragraph' || isShort(block) || isShort(next)) return [put('kept')]
      const joined = { ...block, text: `${block.text} ${next.text}`, marks: [...block.marks, ...next.marks] }
      return [{ block: joined, place, kind: 'merged', sources: [place, place + 1] }]
    }
    default:
      throw new Error(`unknown kind ${kind satisfies never}`)
  }
}

function isShort({ text }: ComparedBlock): boolean {
  return text.split(' ').length < fewestWords
}

function chosenKind(random: SeededRandom): VariantKind | 'dropped' {
  let rest = random.below(chances.reduce((sum, [, chance]) => sum + chance, 0))
  for (const [kind, chance] of chances) {
    if (rest < chance) return kind
    rest -= chance
  }
  throw new Error('the chances do not add up')
}

/** At least a quarter of the text away, either way. */
function elsewhere(place: number, length: number, random: SeededRandom): number {
  const far = Math.max(4, Math.floor(length / 4))
  return ((place + far + random.below(Math.max(1, length - 2 * far))) % length) + 0.5
}

/** Cut at the sign nearest to the middle; nothing when there is none there. */
function halvesOf(block: ComparedBlock): readonly ComparedBlock[] {
  const text = numbered(block)
  const middle = text.length / 2
  const cuts = [...text.matchAll(/[.;,][\ufffc\ue000-\uf8ff]* /g)].map(({ index, 0: sign }) => index + sign.length)
  const [cut] = cuts.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  if (cut === undefined || Math.abs(cut - middle) > text.length / 5) return []
  const first = text.slice(0, cut).trim().replace(/[;,]$/, '.')
  const second = `${text.charAt(cut).toUpperCase()}${text.slice(cut + 1)}`
  return [first, second].map(half => ({ ...block, ...unnumbered(half, block.marks) }))
}

import type { ComparedBlock } from './ComparedBlock.ts'
import { heaviestRising } from './heaviestRising.ts'
import { Likeness } from './Likeness.ts'
import { type Link, Links } from './Links.ts'
import { linkParts } from './linkParts.ts'
import { pairBlocks } from './pairBlocks.ts'
import { pairLeftOver } from './pairLeftOver.ts'

/** Blocks of two texts that belong together: one and one, one that was split and its parts, or those that were merged and what they became. */
export interface Alignment {
  /** Places in the old text, at least one. */
  readonly old: readonly number[]
  /** Places in the new text, at least one; where `old` has several, exactly one. */
  readonly new: readonly number[]
  /** Whether it stands elsewhere among the others than it did. */
  readonly moved: boolean
  /** 0 to 1: how much the words are alike, or the one stands in the other. */
  readonly similarity: number
}

/**
 * Which blocks of an old text became which of a new one, whatever was moved, split, merged, reworded, dropped and brought in between
 * (D26). In the order of the new text. Blocks that are in none of these were dropped, or are new.
 */
export function alignBlocks(old: readonly ComparedBlock[], now: readonly ComparedBlock[]): readonly Alignment[] {
  const likeness = new Likeness(old, now)
  const links = new Links(old.length, now.length)
  pairBlocks(likeness, links)
  linkParts(likeness, links)
  pairLeftOver(likeness, links)
  const weighed = links.all().map(link => ({ ...link, weight: weightOf(likeness, link.old, link.new) }))
  const unmoved = heaviestRising(weighed)
  return groupsOf(weighed, links)
    .map((group): Alignment => {
      const heaviest = group.reduce((best, link) => (link.weight > best.weight ? link : best))
      return {
        old: inOrder(group.map(link => link.old)),
        new: inOrder(group.map(link => link.new)),
        moved: !unmoved.has(heaviest),
        similarity: Math.max(...group.map(link => likeness.score(link.old, link.new))),
      }
    })
    .sort((a, b) => Math.min(...a.new) - Math.min(...b.new))
}

/** Those of one split or one merged block together. */
function groupsOf<L extends Link>(all: readonly L[], links: Links): readonly (readonly L[])[] {
  const groups = new Map<string, L[]>()
  for (const link of all) {
    const whole = links.partnersOf(link.old).length > 1 ? `old ${link.old}` : `new ${link.new}`
    const group = groups.get(whole)
    if (group === undefined) groups.set(whole, [link])
    else group.push(link)
  }
  return [...groups.values()]
}

/** Each place once, in reading order. */
function inOrder(places: readonly number[]): readonly number[] {
  return [...new Set(places)].sort((a, b) => a - b)
}

/** What a pair counts for in saying which order the texts share: long ones more than short ones, but two paragraphs more than one twice as long. */
function weightOf(likeness: Likeness, old: number, now: number): number {
  const length = Math.min(likeness.old[old]?.text.length ?? 0, likeness.now[now]?.text.length ?? 0)
  return Math.sqrt(length + 1) * (0.3 + likeness.score(old, now))
}

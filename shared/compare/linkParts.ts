import type { Likeness } from './Likeness.ts'
import type { Links, Node } from './Links.ts'
import type { TermNumber } from './profilesOf.ts'

/** Blocks less alike than this are not looked at: neither can hold enough of the other. */
const SLIGHTLY_ALIKE = 0.15
/** So many pairs of words that no other link explains are no accident. */
const FEWEST_PAIRS = 4
/** What share of one block's pairs of words, explained by no other link, makes it a part, if at least `SOME` of the other's are too. */
const MUCH = 0.25
const SOME = 0.12
/** What share makes a part of a block that has no other link. */
const NEARLY_HALF = 0.45
/** A block leaves its pair to be a part elsewhere when that much of it stands there, … */
const MOST = 0.6
/** … so much more than in its pair, … */
const CLEARLY_MORE = 0.15
/** … with which it is less alike than this. */
const SURE_PAIR = 0.6

/** Links the further parts of paragraphs that were split or merged: those whose words stand in a paragraph where no other link explains them. */
export function linkParts(likeness: Likeness, links: Links): void {
  for (const { whole, part } of candidates(likeness, links)) {
    if (!links.canBeWhole(whole) || links.partnersOf(whole).includes(part)) continue
    if (links.isFree(part)) {
      if (isPart(likeness, links, whole, part)) links.add(whole, part)
    } else if (isBetterThere(likeness, links, whole, part)) {
      for (const partner of links.partnersOf(part)) links.remove(part, partner)
      if (isPart(likeness, links, whole, part)) links.add(whole, part)
    }
  }
}

interface Candidate {
  readonly whole: Node
  readonly part: Node
  readonly pairs: number
}

/** Those that would explain the most first. */
function candidates(likeness: Likeness, links: Links): readonly Candidate[] {
  const { old, now } = likeness
  const found: Candidate[] = []
  const unexplained = Array.from({ length: old.length + now.length }, (_, node) => unexplainedOf(likeness, links, node))
  const consider = (whole: Node, part: Node) => {
    const pairs = sharedCount(unexplained[whole] ?? new Set(), likeness.shingles(part))
    if (pairs >= FEWEST_PAIRS) found.push({ whole, part, pairs })
  }
  for (const [row, { is }] of old.entries()) {
    if (is !== 'paragraph') continue
    for (let column = 0; column < now.length; column++) {
      const node = old.length + column
      const isUseful = (unexplained[row]?.size ?? 0) >= FEWEST_PAIRS || (unexplained[node]?.size ?? 0) >= FEWEST_PAIRS
      if (!isUseful || likeness.score(row, column) < SLIGHTLY_ALIKE) continue
      consider(row, node)
      consider(node, row)
    }
  }
  return found.sort((a, b) => b.pairs - a.pairs)
}

function isPart(likeness: Likeness, links: Links, whole: Node, part: Node): boolean {
  const inWhole = sharedCount(likeness.shingles(part), likeness.shingles(whole))
  const fresh = sharedCount(unexplainedOf(likeness, links, whole), likeness.shingles(part))
  if (inWhole < FEWEST_PAIRS) return false
  const ofPart = inWhole / likeness.shingles(part).size
  const ofWhole = fresh / likeness.shingles(whole).size
  return ofPart >= NEARLY_HALF || (ofPart >= MUCH && ofWhole >= SOME) || (ofWhole >= MUCH && ofPart >= SOME)
}

/** Whether a block that has a pair, not a very good one, is rather a part of another. */
function isBetterThere(likeness: Likeness, links: Links, whole: Node, part: Node): boolean {
  const [partner] = links.partnersOf(part)
  if (partner === undefined || !links.isPaired(part) || links.isFree(whole)) return false
  const own = likeness.shingles(part)
  const there = sharedCount(own, likeness.shingles(whole)) / own.size
  const here = sharedCount(own, likeness.shingles(partner)) / own.size
  const fresh = sharedCount(unexplainedOf(likeness, links, whole), own) / own.size
  return (
    there >= MOST &&
    fresh >= MOST * 0.7 &&
    there >= here + CLEARLY_MORE &&
    likeness.alikeness(partner, part) < SURE_PAIR
  )
}

/** Its pairs of words that stand in none of the blocks linked to it. */
function unexplainedOf(likeness: Likeness, links: Links, node: Node): ReadonlySet<TermNumber> {
  const partners = links.partnersOf(node).map(partner => likeness.shingles(partner))
  if (partners.length === 0) return likeness.shingles(node)
  return new Set([...likeness.shingles(node)].filter(shingle => !partners.some(other => other.has(shingle))))
}

function sharedCount(one: ReadonlySet<TermNumber>, other: ReadonlySet<TermNumber>): number {
  let count = 0
  for (const shingle of one) if (other.has(shingle)) count++
  return count
}

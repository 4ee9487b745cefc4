import type { ComparedBlock } from './ComparedBlock.ts'
import { Grid } from './Grid.ts'
import type { Node } from './Links.ts'
import { type Profile, profilesOf, type TermNumber } from './profilesOf.ts'
import { similarities } from './similarities.ts'

/** A block is taken to stand in another when that much of it does, two words at a time; less may be a formula both use. */
const CONTAINED_SHARE = 0.6
/** Nor is a formula more than so many pairs of words long. */
const CONTAINED_PAIRS = 8
/** To stand in another is less than to be alike. */
const CONTAINED_WORTH = 0.85

/** How much the blocks of two texts are like each other. */
export class Likeness {
  readonly old: readonly ComparedBlock[]
  readonly now: readonly ComparedBlock[]
  private readonly profiles: readonly Profile[]
  private readonly alike: Grid
  private readonly scores: Grid

  constructor(old: readonly ComparedBlock[], now: readonly ComparedBlock[]) {
    this.old = old
    this.now = now
    this.profiles = profilesOf([...old, ...now])
    const { alike, shared } = similarities(this.profiles.slice(0, old.length), this.profiles.slice(old.length))
    this.alike = alike
    this.scores = new Grid(old.length, now.length)
    for (const [row, one] of old.entries())
      for (const [column, other] of now.entries()) {
        if (one.is !== other.is) continue
        const pairs = shared.at(row, column)
        const least = Math.min(this.shingles(row).size, this.shingles(old.length + column).size)
        const isContained = pairs >= CONTAINED_PAIRS && pairs >= CONTAINED_SHARE * least
        const worth = isContained ? (CONTAINED_WORTH * pairs) / least : 0
        this.scores.set(row, column, Math.max(alike.at(row, column), worth))
      }
  }

  block(node: Node): ComparedBlock {
    const block = node < this.old.length ? this.old[node] : this.now[node - this.old.length]
    if (block === undefined) throw new Error(`no block ${node}`)
    return block
  }

  /** Each two words in a row, without those that say nothing. */
  shingles(node: Node): ReadonlySet<TermNumber> {
    return this.profiles[node]?.shingles ?? new Set()
  }

  /** 0 to 1: how much a block of the old text is like one of the new, or stands in it or holds it. 0 between a heading and a paragraph. */
  score(old: number, now: number): number {
    return this.scores.at(old, now)
  }

  /** 0 to 1: how much two blocks of the two texts, in whatever order, are alike as wholes. */
  alikeness(one: Node, other: Node): number {
    return this.alike.at(Math.min(one, other), Math.max(one, other) - this.old.length)
  }
}

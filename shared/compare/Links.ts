/** A block of the old text and one of the new that holds its words, by their places. */
export interface Link {
  readonly old: number
  readonly new: number
}

/** One of the blocks of both texts: those of the old one have their places, those of the new one the places behind. */
export type Node = number

/**
 * Which blocks of two texts belong together. A block may have several others for its own when it was split or merged, and each of
 * these then has no other: whole and parts.
 */
export class Links {
  readonly oldCount: number
  private readonly partners: Node[][]

  constructor(oldCount: number, newCount: number) {
    this.oldCount = oldCount
    this.partners = Array.from({ length: oldCount + newCount }, () => [])
  }

  partnersOf(node: Node): readonly Node[] {
    return this.partners[node] ?? []
  }

  isFree(node: Node): boolean {
    return this.partnersOf(node).length === 0
  }

  /** Whether it has one other block for its own, and is that one's only. */
  isPaired(node: Node): boolean {
    const [partner, ...more] = this.partnersOf(node)
    return partner !== undefined && more.length === 0 && this.partnersOf(partner).length === 1
  }

  /** Whether it is, or can become, the whole of several parts. */
  canBeWhole(node: Node): boolean {
    return this.partnersOf(node).length !== 1 || this.isPaired(node)
  }

  add(one: Node, other: Node): void {
    this.partners[one]?.push(other)
    this.partners[other]?.push(one)
  }

  remove(one: Node, other: Node): void {
    this.partners[one] = this.partnersOf(one).filter(node => node !== other)
    this.partners[other] = this.partnersOf(other).filter(node => node !== one)
  }

  all(): readonly Link[] {
    return this.partners
      .slice(0, this.oldCount)
      .flatMap((nodes, old) => nodes.map(node => ({ old, new: node - this.oldCount })))
  }
}

import type { ComparedBlock } from '../../../shared/compare/ComparedBlock.ts'
import { compareTexts } from '../../../shared/compare/compareTexts.ts'
import { SeededRandom } from '../../harness/SeededRandom.ts'
import { type VariantKind, variantKinds, variantOf } from './variantOf.ts'

/** A text to make revisions of, and one whose paragraphs are put into them. */
export interface VariantTexts {
  readonly old: readonly ComparedBlock[]
  readonly foreign: readonly ComparedBlock[]
}

/** How well aligning finds what a revision did: links of an old and a new paragraph, headings left aside. */
export interface VariantScore {
  readonly precision: number
  /** The same of the pairs that are not only possible (`isPossible`). */
  readonly surePrecision: number
  readonly recall: number
  readonly f: number
  /** How many of the links of each kind are found: 0 to 1. */
  readonly recallOf: Readonly<Record<VariantKind, number>>
}

export function variantScore(texts: readonly VariantTexts[], seeds: readonly number[]): VariantScore {
  const found = new Map(variantKinds.map(kind => [kind, { right: 0, all: 0 }]))
  let claimed = 0
  let right = 0
  let sure = 0
  let surelyRight = 0
  for (const { old, foreign } of texts)
    for (const seed of seeds) {
      const variant = variantOf(old, foreign, new SeededRandom(seed))
      const isParagraph = (place: number) => old[place]?.is === 'paragraph'
      const links = variant.links.filter(link => isParagraph(link.old))
      const claims = new Map(
        compareTexts(old, variant.new).pairs.flatMap(pair =>
          pair.old.filter(isParagraph).flatMap(from => pair.new.map(to => [`${from} ${to}`, pair.isPossible] as const)),
        ),
      )
      claimed += claims.size
      sure += [...claims.values()].filter(isPossible => !isPossible).length
      for (const link of links) {
        const count = found.get(link.kind)
        if (count === undefined) throw new Error(`unknown kind ${link.kind}`)
        count.all++
        const isPossible = claims.get(`${link.old} ${link.new}`)
        if (isPossible === undefined) continue
        if (!isPossible) surelyRight++
        count.right++
        right++
      }
    }
  const all = [...found.values()].reduce((sum, count) => sum + count.all, 0)
  const precision = right / claimed
  const recall = right / all
  const share = (kind: VariantKind) => {
    const count = found.get(kind)
    return count === undefined || count.all === 0 ? 1 : count.right / count.all
  }
  return {
    precision,
    surePrecision: surelyRight / sure,
    recall,
    f: (2 * precision * recall) / (precision + recall),
    recallOf: {
      kept: share('kept'),
      edited: share('edited'),
      moved: share('moved'),
      split: share('split'),
      merged: share('merged'),
      reworded: share('reworded'),
      'reworded and moved': share('reworded and moved'),
    },
  }
}

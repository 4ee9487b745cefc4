import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import type { Comparison } from '../../shared/compare/compareTexts.ts'
import type { ComparedWords } from '../../shared/compare/compareWords.ts'
import type { ComparisonAnswer } from './ComparisonMessages.ts'
import type { ComparisonPort, ComparisonPortEvents } from './ComparisonPort.ts'

/** How far comparing has come. */
export type ComparisonState<New extends ComparedBlock> =
  | { readonly is: 'comparing' }
  /** `now` is the new text, as it was given. */
  | { readonly is: 'compared'; readonly comparison: Comparison; readonly now: readonly New[] }
  | { readonly is: 'failed'; readonly sentence: string }

interface Texts<New> {
  readonly old: readonly ComparedBlock[]
  readonly new: readonly New[]
}

/**
 * The comparison of two texts that follows them as they change. At most one question is under way: what is asked meanwhile waits,
 * and only the last of it is asked. An answer about another old text than the one wanted now is dropped. Words that did not change
 * are the same objects from one comparison to the next.
 */
export class FollowedComparison<New extends ComparedBlock> {
  private readonly open: (events: ComparisonPortEvents) => ComparisonPort
  private readonly tell: (state: ComparisonState<New>) => void
  private port: ComparisonPort | null = null
  private wanted: Texts<New> | null = null
  private underWay: Texts<New> | null = null
  /** The old text the port knows. */
  private known: readonly ComparedBlock[] | null = null
  private words: ReadonlyMap<number, ComparedWords> = new Map()

  constructor(open: (events: ComparisonPortEvents) => ComparisonPort, tell: (state: ComparisonState<New>) => void) {
    this.open = open
    this.tell = tell
  }

  compare(old: readonly ComparedBlock[], now: readonly New[]): void {
    const { wanted } = this
    if (wanted?.old === old && wanted.new === now) return
    if (wanted?.old !== old) this.tell({ is: 'comparing' })
    this.wanted = { old, new: now }
    this.ask()
  }

  destroy(): void {
    this.port?.close()
    this.port = null
    this.wanted = null
    this.underWay = null
  }

  private ask(): void {
    const { wanted } = this
    if (wanted === null || this.underWay !== null) return
    this.port ??= this.open({ onAnswer: answer => this.answered(answer), onBroken: () => this.broken() })
    this.underWay = wanted
    this.port.ask({ old: wanted.old === this.known ? null : wanted.old, new: wanted.new })
    this.known = wanted.old
  }

  private answered(answer: ComparisonAnswer): void {
    const { underWay, wanted } = this
    if (underWay === null || wanted === null) return
    const state = this.stateOf(answer, underWay)
    if (underWay.old === wanted.old) this.tell(state)
    if (answer.is === 'compared' && answer.isFirst) return
    this.underWay = null
    if (underWay !== wanted) this.ask()
  }

  private stateOf(answer: ComparisonAnswer, texts: Texts<New>): ComparisonState<New> {
    if (answer.is === 'failed') {
      this.words = new Map()
      return answer
    }
    const words = new Map<number, ComparedWords>()
    const pairs = answer.pairs.map(pair => {
      const own = answer.fresh.get(pair.words) ?? this.words.get(pair.words)
      if (own === undefined) throw new Error('an answer without the words of a pair')
      words.set(pair.words, own)
      return { ...pair, words: own }
    })
    this.words = words
    const comparison = { ...texts, pairs, added: answer.added, dropped: answer.dropped }
    return { is: 'compared', comparison, now: texts.new }
  }

  /** The next question opens another one. */
  private broken(): void {
    this.destroy()
    this.known = null
    this.words = new Map()
    this.tell({ is: 'failed', sentence: 'Comparing the two texts broke off.' })
  }
}

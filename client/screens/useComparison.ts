import { useEffect, useRef, useState } from 'react'
import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import { type ComparisonRow, comparisonRows } from '../../shared/compare/comparisonRows.ts'
import { type ComparisonTotals, comparisonTotals } from '../../shared/compare/comparisonTotals.ts'
import { type DraftBlock, draftBlocks } from '../../shared/compare/draftBlocks.ts'
import type { Reading } from '../../shared/projection/readAs.ts'
import { openComparisonWorker } from '../comparison/ComparisonPort.ts'
import { type ComparisonState, FollowedComparison } from '../comparison/FollowedComparison.ts'
import { keptRows, keptSame } from '../comparison/keptRows.ts'
import { useLatest } from '../views/useLatest.ts'
import type { Desktop } from './Desktop.ts'

/** What is on the screen of a comparison. */
export interface ShownComparison {
  readonly rows: readonly ComparisonRow[]
  readonly totals: ComparisonTotals
  /** The draft it was made of; the rows hold these very blocks. */
  readonly draft: readonly DraftBlock[]
  /** In which reading. */
  readonly reading: Reading
}

export interface FollowedComparisonState {
  /** The last comparison; null before the first. */
  readonly shown: ShownComparison | null
  /** Whether another text or reading has been chosen than it is of. */
  readonly isComparing: boolean
  /** Why there is none, in a sentence; else null. */
  readonly failed: string | null
}

interface Asked {
  readonly blocks: readonly DraftBlock[]
  readonly reading: Reading
}

const nothing: FollowedComparisonState = { shown: null, isComparing: true, failed: null }

/**
 * The comparison of a prior text with the draft in a reading, which follows the draft as it is drawn. Rows and blocks that say the
 * same stay the same objects. `beforeChange` is called right before another comparison is shown.
 */
export function useComparison(
  desktop: Desktop,
  prior: readonly ComparedBlock[] | null,
  reading: Reading,
  beforeChange: () => void,
): FollowedComparisonState {
  const [state, setState] = useState(nothing)
  const [followed, setFollowed] = useState<FollowedComparison<DraftBlock> | null>(null)
  const asked = useRef<Asked>({ blocks: [], reading })
  const readings = useRef(new WeakMap<readonly DraftBlock[], Reading>())
  const change = useLatest(beforeChange)
  useEffect(() => {
    let rows: readonly ComparisonRow[] = []
    const show = (now: ComparisonState<DraftBlock>) => {
      switch (now.is) {
        case 'comparing':
          setState(before => ({ ...before, isComparing: true, failed: null }))
          return
        case 'failed':
          setState({ shown: null, isComparing: false, failed: now.sentence })
          return
        case 'compared': {
          const { comparison, now: draft } = now
          rows = keptRows(
            rows,
            comparisonRows(comparison, place => draft[place]?.host ?? ''),
          )
          change.current()
          const of = readings.current.get(draft) ?? 'clean'
          setState({
            shown: { rows, totals: comparisonTotals(comparison), draft, reading: of },
            isComparing: false,
            failed: null,
          })
          return
        }
        default:
          throw new Error(`unknown state ${now satisfies never}`)
      }
    }
    const made = new FollowedComparison<DraftBlock>(openComparisonWorker, show)
    setFollowed(made)
    return () => made.destroy()
  }, [change])
  useEffect(() => {
    if (followed === null || prior === null) return
    const follow = () => {
      const { sheet, shown } = desktop.negotiation
      const now = draftBlocks(sheet, reading, host => shown.passages(host))
      const before = asked.current
      const kept = keptSame(before.blocks, now, ({ host }) => host, isSame)
      // Another reading is another question, also where it reads alike: its answer says of which reading it is.
      const blocks = kept === before.blocks && before.reading !== reading ? [...kept] : kept
      asked.current = { blocks, reading }
      readings.current.set(blocks, reading)
      followed.compare(prior, blocks)
    }
    follow()
    return desktop.drawn.onChange(follow)
  }, [desktop, followed, prior, reading])
  const isOther = prior === null || (state.shown !== null && state.shown.reading !== reading)
  return isOther ? { ...state, isComparing: true } : state
}

function isSame(a: DraftBlock, b: DraftBlock): boolean {
  return a.text === b.text && JSON.stringify(a) === JSON.stringify(b)
}

import { type ComparisonTotals, totalsInWords } from '../../shared/compare/comparisonTotals.ts'
import { Button } from '../design/Button.tsx'
import { Menu } from '../design/Menu.tsx'
import type { ComparisonLayout } from './ComparisonRowView.tsx'

export interface ComparisonBarProps {
  /** Null while there is no comparison. */
  readonly totals: ComparisonTotals | null
  /** Whether another one is on its way: what is still shown is not taken away under the name of what was chosen. */
  readonly isComparing: boolean
  /** How many changes there are, and at which of them one is, from 0; null before the first and after it is gone. */
  readonly changes: number
  readonly at: number | null
  readonly onStep: (by: 1 | -1) => void
  readonly layout: ComparisonLayout
  /** Null on a page too narrow for two columns: then there is nothing to choose. */
  readonly onLayout: ((layout: ComparisonLayout) => void) | null
  readonly onPrint: () => void
  readonly onExport: () => void
}

/** Stays in sight above the rows: how the texts differ in numbers, the way from change to change, and taking it away. */
export function ComparisonBar(props: ComparisonBarProps) {
  const { totals, isComparing, changes, at, layout, onLayout, onStep } = props
  return (
    <div className="cmp-bar" role="toolbar" aria-label="Comparison">
      <p className="cmp-totals">
        {totals === null
          ? isComparing && 'Comparing …'
          : totalsInWords(totals).map(({ count, of }) => (
              <span key={of}>
                <b>{count}</b> {of}
              </span>
            ))}
      </p>
      <div className="cmp-acts">
        {onLayout !== null && (
          <div className="cmp-layout">
            {(['side by side', 'inline'] as const).map(each => (
              <Button key={each} pressed={layout === each} onPress={() => onLayout(each)}>
                {each === 'inline' ? 'Inline' : 'Side by side'}
              </Button>
            ))}
          </div>
        )}
        <div className="cmp-steps">
          <Button
            onPress={() => onStep(-1)}
            label="Previous change"
            title="Previous change (p)"
            disabled={changes === 0}
          >
            ↑
          </Button>
          <span className="cmp-at" aria-live="polite">
            {totals !== null && positionWords(changes, at)}
          </span>
          <Button onPress={() => onStep(1)} label="Next change" title="Next change (n)" disabled={changes === 0}>
            ↓
          </Button>
        </div>
        <Menu
          trigger={
            <button type="button" className="button" disabled={totals === null || isComparing}>
              Take away
            </button>
          }
          sections={[
            {
              title: null,
              entries: [
                entry('print', 'Print', props.onPrint),
                entry('export', 'Save as a web page (HTML)', props.onExport),
              ],
            },
          ]}
        />
      </div>
    </div>
  )
}

const entry = (id: string, label: string, onSelect: () => void) => ({ id, label, hint: null, checked: null, onSelect })

function positionWords(changes: number, at: number | null): string {
  if (changes === 0) return 'no changes'
  if (at !== null) return `${at + 1} of ${changes}`
  return changes === 1 ? '1 change' : `${changes} changes`
}

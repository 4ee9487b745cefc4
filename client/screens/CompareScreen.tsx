import { useContext, useMemo, useRef, useState } from 'react'
import { comparisonHtml } from '../../shared/compare/comparisonHtml.ts'
import { type Fold, foldUnchanged } from '../../shared/compare/foldUnchanged.ts'
import type { Reading } from '../../shared/projection/readAs.ts'
import type { Host } from '../../shared/table/Host.ts'
import { Clock, writeMoment } from '../views/Clock.tsx'
import '../views/compare.css'
import '../views/compareRows.css'
import '../views/compareBetween.css'
import '../views/compareNarrow.css'
import { ComparisonBar } from '../views/ComparisonBar.tsx'
import { ComparisonHeads } from '../views/ComparisonHeads.tsx'
import { ComparisonRows } from '../views/ComparisonRows.tsx'
import type { ComparisonLayout } from '../views/ComparisonRowView.tsx'
import { StatusSentence } from '../views/StatusSentence.tsx'
import { useMatches } from '../views/useMatches.ts'
import { draftAbout, priorAbout, priorChoices, priorTitle } from './comparedTexts.ts'
import type { Desktop } from './Desktop.ts'
import { saveFile } from './saveFile.ts'
import { useAgreedBeside } from './useAgreedBeside.tsx'
import { useChangeSteps } from './useChangeSteps.ts'
import { useComparison } from './useComparison.ts'
import { useKeptPlace } from './useKeptPlace.ts'
import { priorId, usePriorTexts } from './usePriorTexts.ts'

/** What is compared, and how it is laid out: kept while one looks at another view. */
export interface CompareChoice {
  /** Of the shelf, or an earlier state; null for the usual one. */
  readonly prior: string | null
  readonly reading: Reading
  readonly layout: ComparisonLayout
}

export const firstChoice: CompareChoice = { prior: null, reading: 'clean', layout: 'side by side' }

export interface CompareScreenProps {
  readonly desktop: Desktop
  readonly choice: CompareChoice
  readonly onChoice: (choice: CompareChoice) => void
  /** Whether one speaks for a party, and so has proposals of one's own. */
  readonly hasParty: boolean
  /** Changes at one's own desk that are not on the table. */
  readonly untabled: number
  /** When the text last changed; null while it is not known. */
  readonly asOf: number | null
  /** Whether agreed language is marked. */
  readonly isAgreedShown: boolean
}

const withParty: readonly Reading[] = ['clean', 'ours taken', 'everything incorporated']
const withoutParty: readonly Reading[] = ['clean', 'everything incorporated']

/** Up to this width two columns would have too few words in a line; `compareNarrow.css` says the same. */
const oneColumn = 'screen and (max-width: 720px)'

/** A prior text beside the living draft. */
export function CompareScreen({
  desktop,
  choice,
  onChoice,
  hasParty,
  untabled,
  asOf,
  isAgreedShown,
}: CompareScreenProps) {
  const { session, sheet, shown: sheetShown } = desktop.negotiation
  const list = useRef<HTMLElement>(null)
  const now = useContext(Clock)
  const isNarrow = useMatches(oneColumn)
  const layout = isNarrow ? 'inline' : choice.layout
  const { onAgain, chosen, ...priors } = usePriorTexts(session, choice.prior, sheet.table.roots.decisions.length)
  const hold = useKeptPlace(list)
  const compared = useComparison(desktop, chosen.is === 'here' ? chosen.blocks : null, choice.reading, hold)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const failed = chosen.is === 'refused' ? chosen.sentence : compared.failed
  const shown = failed === null ? compared.shown : null
  const besideOf = useAgreedBeside(desktop, shown?.draft ?? null, isAgreedShown)
  const listed = useMemo(() => foldUnchanged(shown?.rows ?? []), [shown])
  const steps = useChangeSteps(list, listed)
  const onFold = (fold: Fold, isOpen: boolean) => {
    const keys = new Set(fold.rows.map(({ key }) => key))
    setOpened(isOpen ? new Set([...opened, ...keys]) : new Set([...opened].filter(key => !keys.has(key))))
  }
  const procedure = sheet.table.procedure()
  const draft = {
    title: procedure.title || session.title,
    about: draftAbout(procedure.symbol, choice.reading, sheet),
  }
  const nameOf = (host: Host) => sheetShown.nameOf(host)
  const prior =
    chosen.is === 'here'
      ? {
          id: priorId(chosen.prior),
          title: priorTitle(chosen.prior, draft.title, nameOf),
          about: priorAbout(chosen.prior, now()),
        }
      : null
  const made = writeMoment(now(), now(), 'paper')
  const caution =
    choice.reading !== 'clean' && untabled > 0 ? 'It holds changes that are not tabled: not for distribution.' : ''
  const about = asOf === null ? draft.about : `${draft.about} · text as of ${writeMoment(asOf, now(), 'paper')}`
  const save = () => {
    if (shown === null || prior === null) return
    const head = { title: draft.title, about: caution === '' ? about : `${about} · ${caution}` }
    const html = comparisonHtml({ old: prior, new: head, made, rows: shown.rows, totals: shown.totals })
    saveFile(`Comparison with ${prior.title}.html`, html, 'text/html')
  }
  return (
    <section
      className="cmp"
      ref={list}
      aria-label="Comparison"
      aria-busy={failed === null && compared.isComparing}
      data-layout={layout}
    >
      <ComparisonBar
        totals={shown?.totals ?? null}
        isComparing={failed === null && compared.isComparing}
        changes={steps.changes}
        at={steps.at}
        onStep={steps.step}
        layout={layout}
        onLayout={
          isNarrow
            ? null
            : next => {
                hold()
                onChoice({ ...choice, layout: next })
              }
        }
        onPrint={() => window.print()}
        onExport={save}
      />
      <div className="cmp-paper">
        <p className="cmp-printed">
          {prior !== null && `${prior.title} (${prior.about}) compared with ${draft.title} (${about}). `}
          Words only in the older text are struck through, words only in the newer one underlined.
          {caution !== '' && <strong> {caution}</strong>}
        </p>
        <ComparisonHeads
          priors={priorChoices(priors, nameOf, now())}
          prior={prior?.id ?? choice.prior}
          onPrior={id => onChoice({ ...choice, prior: id })}
          about={prior?.about ?? ''}
          draft={{ ...draft, about: `${draft.about} · live` }}
          readings={hasParty ? withParty : withoutParty}
          reading={choice.reading}
          onReading={reading => onChoice({ ...choice, reading })}
        />
        {failed !== null ? (
          <StatusSentence
            state={{ is: 'refused', sentence: failed }}
            act={{ label: 'Try again', onAct: onAgain }}
            place="page"
          />
        ) : shown === null ? (
          <StatusSentence state={{ is: 'loading', what: 'the comparison' }} act={null} place="page" />
        ) : (
          <ComparisonRows
            listed={listed}
            layout={layout}
            current={steps.current}
            opened={opened}
            onFold={onFold}
            onGoTo={steps.goTo}
            besideOf={besideOf}
          />
        )}
      </div>
    </section>
  )
}

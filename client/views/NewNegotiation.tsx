import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import type { Procedure } from '../../shared/table/Procedure.ts'
import { Button } from '../design/Button.tsx'
import '../design/base.css'
import { LinkList, type WayIn } from './LinkList.tsx'
import type { NewParty } from './NewParties.tsx'
import './newNegotiation.css'
import { NewNegotiationReview } from './NewNegotiationReview.tsx'
import { NewNegotiationSource, type Source } from './NewNegotiationSource.tsx'
import './plainPage.css'
import { ReadingProgress } from './ReadingProgress.tsx'

/** How far a new negotiation is. */
export type NewNegotiationState =
  /** `refused`: why the last text could not be read, in a sentence. */
  | { readonly is: 'choosing'; readonly refused: string | null }
  /** `sent`: the share of the file that is sent, from 0 to 1; null when nothing is to be sent. */
  | { readonly is: 'reading'; readonly name: string; readonly sent: number | null }
  | {
      readonly is: 'reviewing'
      readonly document: ReadDocument
      readonly refused: string | null
      readonly busy: boolean
    }
  /** `own`: the link of whoever created it. */
  | { readonly is: 'created'; readonly title: string; readonly links: readonly WayIn[]; readonly own: string | null }

/** What is asked for once the reading was reviewed. */
export interface NewNegotiationOrder {
  readonly title: string
  readonly parties: readonly NewParty[]
  readonly tabling: Procedure['tabling']
  readonly labels: Procedure['labels']
}

export interface NewNegotiationProps {
  readonly state: NewNegotiationState
  /** The text begun with, kept while it is read and reviewed: one may come back to it. */
  readonly text: string
  /** Whether a file is held over the page. */
  readonly over: boolean
  readonly onText: (text: string) => void
  readonly onRead: (source: Source) => void
  /** Gives up reading, or goes back to the text. */
  readonly onBack: () => void
  readonly onCreate: (order: NewNegotiationOrder) => void
  readonly onCopy: (text: string) => void
}

/** From a text to a negotiation: choose it, review what was read, name the parties, hand out the links. */
export function NewNegotiation({ state, text, over, onText, onRead, onBack, onCreate, onCopy }: NewNegotiationProps) {
  return (
    <main className="plain-page new">
      <header>
        <h1>{state.is === 'created' ? state.title : 'New negotiation'}</h1>
        <p>{sentenceOf(state)}</p>
      </header>
      {bodyOf()}
    </main>
  )

  function bodyOf() {
    switch (state.is) {
      case 'choosing':
        return <NewNegotiationSource text={text} over={over} refused={state.refused} onText={onText} onRead={onRead} />
      case 'reading':
        return <ReadingProgress name={state.name} sent={state.sent} onCancel={onBack} />
      case 'reviewing':
        return <NewNegotiationReview {...state} onBack={onBack} onCreate={onCreate} />
      case 'created':
        return (
          <section>
            <LinkList links={state.links} onCopy={onCopy} />
            <div className="acts">
              {state.own !== null && (
                <a className="button" data-look="main" href={state.own}>
                  Open it as the Secretariat
                </a>
              )}
              <Button onPress={() => onCopy(state.links.map(lineOf).join('\n'))}>Copy all</Button>
            </div>
          </section>
        )
      default:
        throw new Error(`unknown state ${state satisfies never}`)
    }
  }
}

function sentenceOf({ is }: NewNegotiationState): string {
  switch (is) {
    case 'choosing':
      return 'Begin with the text as it stands: paste it, or choose a file of plain text, Word or PDF.'
    case 'reading':
      return 'The text is being read.'
    case 'reviewing':
      return 'This is what was read. Nothing is created before you say so.'
    case 'created':
      return 'The negotiation is open. Each link lets its holder act in that capacity: hand it to them alone. The links are shown here once.'
    default:
      throw new Error(`unknown state ${is satisfies never}`)
  }
}

function lineOf({ role, party, link }: WayIn): string {
  return `${party ?? role}\t${link}`
}

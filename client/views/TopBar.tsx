import { ToggleGroup } from 'radix-ui'
import { Menu, type MenuSection } from '../design/Menu.tsx'
import { Moment } from './Clock.tsx'
import { type Connection, ConnectionSentence } from './ConnectionSentence.tsx'
import { Here, type Presence } from './Here.tsx'
import './topBar.css'
import './topBarNarrow.css'
import { type Speaking, SpeakingMenu } from './SpeakingMenu.tsx'

export const views = ['compilation', 'clean', 'ours taken', 'compare'] as const
export type View = (typeof views)[number]

/** How far the text has come. */
export interface StateOfPlay {
  readonly brackets: number
  readonly agreed: number
  readonly paragraphs: number
}

export interface TopBarProps {
  readonly title: string
  readonly symbol: string | null
  readonly view: View
  /** The views this reader has: without a party there is no "Ours taken". */
  readonly views: readonly View[]
  readonly onView: (view: View) => void
  readonly play: StateOfPlay
  /** When the text last changed; null while it is not known. */
  readonly asOf: number | null
  readonly here: readonly Presence[]
  readonly speaking: Speaking
  readonly connection: Connection
  /** Everything else one may do from here: record, words without a place, invite, print … */
  readonly menu: readonly MenuSection[]
  readonly onShortcuts: () => void
  /** Opens the outline's drawer on a narrow page. */
  readonly onOutline: () => void
}

const viewNames: Readonly<Record<View, string>> = {
  compilation: 'Compilation',
  clean: 'Clean',
  'ours taken': 'Ours taken',
  compare: 'Compare',
}

/** What text this is, in which view, how far it is agreed, whether it is saved, who is here, and for whom one speaks. */
export function TopBar(props: TopBarProps) {
  return (
    <header className="top">
      <button type="button" className="top-outline" aria-label="Outline" onClick={props.onOutline}>
        <span aria-hidden="true">☰</span>
      </button>
      <div className="top-title">
        <h1>{props.title}</h1>
        <p>
          {props.symbol !== null && <span className="top-symbol">{props.symbol}</span>}
          {props.asOf !== null && (
            <span>
              text as of <Moment at={props.asOf} />
            </span>
          )}
          <ConnectionSentence connection={props.connection} />
        </p>
      </div>
      <ToggleGroup.Root
        type="single"
        className="top-views"
        aria-label="View"
        value={props.view}
        onValueChange={next => {
          const view = props.views.find(each => each === next)
          if (view !== undefined) props.onView(view)
        }}
      >
        {props.views.map(view => (
          <ToggleGroup.Item key={view} value={view}>
            {viewNames[view]}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <Play play={props.play} />
      <Here here={props.here} />
      <SpeakingMenu speaking={props.speaking} />
      <div className="top-more">
        <Menu
          trigger={
            <button type="button" className="top-round" aria-label="More">
              <span aria-hidden="true">⋯</span>
            </button>
          }
          sections={props.menu}
        />
        <button
          type="button"
          className="top-round top-keys"
          aria-label="Keyboard shortcuts"
          aria-keyshortcuts="?"
          onClick={props.onShortcuts}
        >
          <span aria-hidden="true">?</span>
        </button>
      </div>
    </header>
  )
}

function Play({ play }: { readonly play: StateOfPlay }) {
  return (
    <p className="top-play">
      <span>
        <b>{play.brackets}</b> {play.brackets === 1 ? 'bracket' : 'brackets'}
      </span>
      <span className="top-dot" aria-hidden="true">
        ·
      </span>
      <span>
        <b>{play.agreed}</b> of {play.paragraphs} agreed
      </span>
    </p>
  )
}

import type { ReactNode } from 'react'
import { Dialog } from '../design/Dialog.tsx'
import '../design/base.css'
import './brackets.css'
import './page.css'
import './print.css'
import './sheet.css'
import './sheetParts.css'
import type { View } from './TopBar.tsx'
import { outlineInDrawer, useMatches } from './useMatches.ts'

export interface NegotiationPageProps {
  readonly view: View
  readonly top: ReactNode
  /** Bands across the page under the top bar, such as the one of "Ours taken" or a state of the connection; null for none. */
  readonly band: ReactNode
  readonly outline: ReactNode
  /** Whether the outline's drawer is open; only a narrow page has one. */
  readonly outlineOpen: boolean
  readonly onCloseOutline: () => void
  /** The editor, or what stands in its place while there is none. */
  readonly sheet: ReactNode
  /** The column of cards (`Margin`). */
  readonly margin: ReactNode
  /** Dialogs, side panels and the status line. */
  readonly children: ReactNode
}

/**
 * Lays out the page of a negotiation. Its `main` element is the sheet of paper, of class `sheet`: anchors of cards are measured
 * from its upper edge.
 */
export function NegotiationPage(props: NegotiationPageProps) {
  const drawer = useMatches(outlineInDrawer)
  return (
    <div className="page" data-view={props.view}>
      {props.top}
      {props.band}
      <div className="page-body">
        {!drawer && props.view !== 'compare' && props.outline}
        <main className="sheet" id="sheet">
          {props.sheet}
        </main>
        {props.margin}
      </div>
      {drawer && (
        <Dialog
          open={props.outlineOpen}
          onClose={props.onCloseOutline}
          title="Outline"
          sentence={null}
          foot={null}
          side="start"
        >
          {props.outline}
        </Dialog>
      )}
      {props.children}
    </div>
  )
}

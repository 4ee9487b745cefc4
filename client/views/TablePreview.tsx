import type { ProposalId } from '../../shared/table/ids.ts'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import './dialogs.css'
import { PrintedLine, type PrintedPiece } from './PrintedLine.tsx'

/** One piece of what will be tabled. */
export interface TablePiece {
  readonly id: ProposalId
  /** Where it stands: "18 (b)". */
  readonly at: string
  /** The words around it as they will print for everybody. */
  readonly print: readonly PrintedPiece[]
  readonly chosen: boolean
  /** What has changed around it since it was written, in a sentence; null for nothing. */
  readonly changed: string | null
  /** Why it cannot be tabled, in a sentence; it stays on the desk. Null when it can. */
  readonly refused: string | null
}

export interface TablePreviewProps {
  readonly open: boolean
  /** In whose name: "European Union". */
  readonly party: string
  readonly pieces: readonly TablePiece[]
  readonly onChoose: (id: ProposalId, chosen: boolean) => void
  /** The text moved on after the last attempt, and this is the new preview. */
  readonly movedOn: boolean
  /** Why the last attempt was refused for another reason, in a sentence; null when it was not. */
  readonly refused: string | null
  readonly busy: boolean
  readonly onTable: () => void
  readonly onClose: () => void
}

/** What everybody will see once it is tabled, piece by piece, as it will print. Nothing leaves the desk before. */
export function TablePreview(props: TablePreviewProps) {
  const { open, party, pieces, onChoose, movedOn, refused: whyNot, busy, onTable, onClose } = props
  const count = pieces.filter(piece => piece.chosen && piece.refused === null).length
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Table for ${party}`}
      sentence="This is how it will print. Until you table it, only your own people see it."
      size="wide"
      focus="main"
      foot={
        <>
          <Button look="main" disabled={busy || count === 0} onPress={onTable}>
            {count === 1 ? 'Table' : `Table ${count} proposals`}
          </Button>
          <Button onPress={onClose}>Not yet</Button>
        </>
      }
    >
      {movedOn && (
        <p className="warn" role="alert">
          <b>The text has changed since you looked.</b> Nothing was tabled. This is how it would print now.
        </p>
      )}
      {whyNot !== null && (
        <p className="warn" role="alert">
          <b>Nothing was tabled.</b> {whyNot}
        </p>
      )}
      {pieces.length === 0 && <p>There is nothing to table: what you have written is on the table already.</p>}
      <ul className="pieces">
        {pieces.map(piece => (
          <li key={piece.id} data-refused={piece.refused !== null}>
            <label className="choice">
              <input
                type="checkbox"
                checked={piece.chosen && piece.refused === null}
                disabled={piece.refused !== null}
                onChange={event => onChoose(piece.id, event.target.checked)}
              />
              <b>{piece.at}</b>
            </label>
            <PrintedLine pieces={piece.print} />
            {piece.changed !== null && <p className="warn">{piece.changed}</p>}
            {piece.refused !== null && (
              <p className="warn">
                <b>It cannot be tabled:</b> {piece.refused} It stays with you.
              </p>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

import type { Pedigree, PedigreeEntry } from '../../shared/provenance/pedigree.ts'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import './dialogs.css'
import './provenance.css'
import { Words } from './Words.tsx'

export interface PedigreeDialogProps {
  readonly open: boolean
  /** The words that were asked about. */
  readonly words: string
  /** Null while it is being found. */
  readonly pedigree: Pedigree | null
  readonly onCopy: (text: string) => void
  readonly onClose: () => void
}

/** The line of texts some words stood in: the argument made on the floor, each step with its citation. */
export function PedigreeDialog({ open, words, pedigree, onCopy, onClose }: PedigreeDialogProps) {
  const isNew = pedigree !== null && pedigree.entries.length === 1
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Where these words come from"
      sentence={null}
      side="end"
      focus="main"
      foot={
        pedigree === null || isNew ? null : (
          <Button look="main" onPress={() => onCopy(`${words}\n${pedigree.line}`)}>
            Copy the line
          </Button>
        )
      }
    >
      <blockquote className="piece-words pedigree-asked">
        <Words text={words} />
      </blockquote>
      <p className="pedigree-line" aria-live="polite">
        {pedigree === null
          ? 'Searching the prior texts …'
          : isNew
            ? 'They stand in no text on the shelf.'
            : pedigree.line}
      </p>
      {pedigree !== null && !isNew && (
        <ol className="pieces">
          {pedigree.entries.map(entry => (
            <Step key={entry.from?.citation ?? 'draft'} entry={entry} onCopy={onCopy} />
          ))}
        </ol>
      )}
    </Dialog>
  )
}

function Step({ entry, onCopy }: { readonly entry: PedigreeEntry; readonly onCopy: (text: string) => void }) {
  const { from, is, wording, pieces } = entry
  return (
    <li>
      <p className="piece-head">
        <b>{from === null ? 'This draft' : from.name}</b>
        <span className="fact">{said[is]}</span>
      </p>
      <p className="pedigree-words">{is === 'altered' ? <Altered pieces={pieces} /> : <Words text={wording} />}</p>
      {from !== null && (
        <div className="acts">
          <Button onPress={() => onCopy(from.citation)} label={`Copy the citation of ${from.name}`}>
            Copy with its citation
          </Button>
          {from.standing !== 'agreed language' && <span className="fact">{from.standing}</span>}
        </div>
      )}
    </li>
  )
}

function Altered({ pieces }: Pick<PedigreeEntry, 'pieces'>) {
  let at = 0
  return pieces.map(piece => {
    const key = `${piece.is}${at}`
    at += piece.old.length + piece.new.length
    if (piece.is === 'deleted') return <del key={key}>{piece.old}</del>
    if (piece.is === 'inserted') return <ins key={key}>{piece.new}</ins>
    return <span key={key}>{piece.new}</span>
  })
}

const said: Readonly<Record<PedigreeEntry['is'], string>> = {
  first: 'first found here',
  unchanged: 'unchanged',
  altered: 'altered',
}

import { useEffect, useState } from 'react'
import { type UnplacedDraft, unplaced } from '../../shared/projection/unplaced.ts'
import { type KeptBefore, keptBefore } from '../connection/keptBefore.ts'
import type { Negotiation } from '../connection/Negotiation.ts'
import { UnplacedTray } from '../views/UnplacedTray.tsx'

export interface TrayDialogProps {
  readonly negotiation: Negotiation
  readonly open: boolean
  readonly onCopy: (text: string) => void
  readonly onClose: () => void
}

const sentences: Readonly<Record<UnplacedDraft['why'], string>> = {
  'place gone': 'The words they were written on are gone.',
  'host closed': 'They were written in a proposal that has been decided or withdrawn.',
  'typed after the decision':
    'They were typed after the proposal had been decided or withdrawn, and were not part of it.',
}

/** One's own words that stand nowhere on the sheet, to be copied or given up. Nothing typed is lost in silence. */
export function TrayDialog({ negotiation, open, onCopy, onClose }: TrayDialogProps) {
  const { sheet, editing } = negotiation
  const [before, setBefore] = useState<KeptBefore | null>(null)
  useEffect(() => {
    if (open) keptBefore(negotiation.session, negotiation.sheet.desk).then(setBefore)
  }, [open, negotiation])
  const found = unplaced(sheet)
  const older = before?.words ?? []
  const wordsOf = (id: string) =>
    found.find(({ draft }) => draft.id === id)?.words.text ?? older.find(kept => kept.id === id)?.words ?? ''
  return (
    <UnplacedTray
      open={open}
      unplaced={[
        ...found.map(({ draft, words, beside, why }) => ({
          id: draft.id,
          at: beside,
          words: words.text,
          sentence: sentences[why],
          writtenAt: null,
          canPutBack: false,
        })),
        ...older.map(({ id, words, beside }) => ({
          id,
          at: beside,
          words,
          sentence: 'They were written before the server was restored from a backup.',
          writtenAt: null,
          canPutBack: false,
        })),
      ]}
      onCopy={id => onCopy(wordsOf(id))}
      onPutBack={() => undefined}
      onDiscard={id => {
        const draft = found.find(each => each.draft.id === id)?.draft
        if (draft !== undefined) editing?.setWithdrawn(draft.id, true)
        else before?.discard().then(() => setBefore(null))
      }}
      onClose={onClose}
    />
  )
}

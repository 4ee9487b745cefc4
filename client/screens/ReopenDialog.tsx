import type { BlockStatus } from '../../shared/table/Block.ts'
import type { Host } from '../../shared/table/Host.ts'
import { Dialog } from '../design/Dialog.tsx'
import { ReasonForm } from '../views/ReasonForm.tsx'
import type { Doing } from './useActs.ts'

/** A status that waits for its reason. */
export interface Reopening {
  readonly host: Host
  readonly to: BlockStatus
  readonly name: string
}

export interface ReopenDialogProps {
  readonly reopening: Reopening | null
  readonly doing: Doing
  readonly onClose: () => void
}

/** Agreed text is reopened only with a reason, for the record (D18). */
export function ReopenDialog({ reopening, doing, onClose }: ReopenDialogProps) {
  return (
    <Dialog
      open={reopening !== null}
      onClose={onClose}
      title={`Reopen ${reopening?.name ?? ''}`}
      sentence="Agreed text does not change unless it is reopened: who asked for it, and why, goes on the record."
      foot={null}
    >
      {reopening !== null && (
        <ReasonForm
          title=""
          label="Who asked for it, and why"
          button="Reopen"
          busy={doing.busy}
          onDone={async reason => {
            const { done } = await doing.act({ act: 'status', block: reopening.host, to: reopening.to, reason })
            if (done) onClose()
          }}
          onCancel={onClose}
        />
      )}
    </Dialog>
  )
}

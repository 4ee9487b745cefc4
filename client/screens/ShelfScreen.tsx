import { useEffect, useMemo } from 'react'
import type { Session } from '../../shared/protocol/Session.ts'
import { ShelfDialog } from '../views/ShelfDialog.tsx'
import { droppedFiles } from './droppedFiles.ts'
import { ShelfDesk } from './ShelfDesk.ts'
import { useChanges } from './useChanges.ts'
import { useDrop } from './useDrop.ts'

export interface ShelfScreenProps {
  readonly session: Session
  readonly open: boolean
  readonly onClose: () => void
}

/** The shelf of prior texts, over the page of a negotiation. */
export function ShelfScreen({ session, open, onClose }: ShelfScreenProps) {
  const desk = useMemo(() => new ShelfDesk(session.capacity), [session.capacity])
  useChanges(desk)
  useEffect(() => {
    // Others add to it as well: it is read whenever it is opened.
    if (open) desk.open()
  }, [desk, open])
  const mayChange = session.abilities.includes('shelve')
  const over = useDrop(open && mayChange, dropped => void desk.addDropped(droppedFiles(dropped)))
  const { shelf, said, arriving, editing, pasted, adding, busy } = desk
  return (
    <ShelfDialog
      open={open}
      mayChange={mayChange}
      {...{ shelf, said, arriving, editing, pasted, adding, busy, over }}
      onAdding={adding => desk.setAdding(adding)}
      onPasted={text => desk.setPasted(text)}
      onReadPasted={text => desk.addPasted(text)}
      onFiles={files => desk.addFiles(files)}
      onStopReading={() => desk.stopReading()}
      onFill={(key, form) => desk.fillIn(key, form)}
      onLeaveOut={key => desk.leaveOut(key)}
      onPutAll={() => void desk.putAll()}
      onEdit={id => desk.edit(id)}
      onFillEdited={form => desk.fillInEdited(form)}
      onSave={() => void desk.saveEdited()}
      onCancel={() => desk.cancelEdit()}
      onRemove={id => void desk.remove(id)}
      onRetry={() => void desk.load()}
      onClose={onClose}
    />
  )
}

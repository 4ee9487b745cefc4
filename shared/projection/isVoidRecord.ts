import type { Sheet } from './Sheet.ts'

/** Whether a record says nothing as it stands: no words of its own, and none struck. Such are kept, and shown nowhere. */
export function isVoidRecord(record: NonNullable<ReturnType<Sheet['record']>>): boolean {
  return record.text.length === 0 && record.change.is === 'words' && record.change.was.struck === ''
}

import { Button } from '../design/Button.tsx'
import './statusSentence.css'

export interface ReadingProgressProps {
  /** What is read: a file's name. */
  readonly name: string
  /** The share that is sent, from 0 to 1; null when nothing is to be sent. */
  readonly sent: number | null
  readonly onCancel: () => void
}

/** How far the reading of a file is; it can be given up. */
export function ReadingProgress({ name, sent, onCancel }: ReadingProgressProps) {
  const isSending = sent !== null && sent < 1
  return (
    <div className="status-sentence" data-is="loading" data-place="page">
      <p role="status">{isSending ? `Sending ${name} …` : `Reading ${name} …`}</p>
      {/* Without a value it moves: how long reading takes is not known. */}
      <progress aria-label={isSending ? 'Sent' : 'Being read'} max={1} {...(isSending ? { value: sent } : {})} />
      <Button onPress={onCancel}>Cancel</Button>
    </div>
  )
}

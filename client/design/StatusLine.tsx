import { Button } from './Button.tsx'
import './statusLine.css'

/** What has just happened, in one sentence, with what can be done about it. */
export interface Message {
  readonly sentence: string
  /** `said`: as asked. `refused`: it was not done; read out at once. */
  readonly tone: 'said' | 'refused'
  readonly act: { readonly label: string; readonly onAct: () => void } | null
}

export interface StatusLineProps {
  readonly message: Message | null
  readonly onDismiss: () => void
}

/** A line at the foot of the page. It stays until dismissed or replaced: nobody has to read against a clock. */
export function StatusLine({ message, onDismiss }: StatusLineProps) {
  return (
    <div className="status-line" data-tone={message?.tone} data-shown={message !== null}>
      <p aria-live={message?.tone === 'refused' ? 'assertive' : 'polite'}>{message?.sentence}</p>
      {message?.act && (
        <Button look="quiet" onPress={message.act.onAct}>
          {message.act.label}
        </Button>
      )}
      {message !== null && (
        <button type="button" className="close-button" aria-label="Dismiss" onClick={onDismiss}>
          ×
        </button>
      )}
    </div>
  )
}

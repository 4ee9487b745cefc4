import { Dialog } from '../design/Dialog.tsx'
import './dialogs.css'

export interface Shortcut {
  /** Keys pressed together, as they are called here: ["Ctrl", "Enter"]. */
  readonly keys: readonly string[]
  readonly does: string
}

export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

export interface ShortcutsDialogProps {
  readonly open: boolean
  readonly groups: readonly ShortcutGroup[]
  readonly onClose: () => void
}

/** Everything the keyboard can do here. */
export function ShortcutsDialog({ open, groups, onClose }: ShortcutsDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard" sentence={null} foot={null} size="wide">
      <div className="shortcuts">
        {groups.map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key, index) => (
                      <span key={key}>
                        {index > 0 && ' + '}
                        <kbd>{key}</kbd>
                      </span>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import './overlays.css'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** One sentence under the title; null when the title says enough. */
  readonly sentence: ReactNode
  readonly children: ReactNode
  /** The buttons at the foot, or null. */
  readonly foot: ReactNode
  /** In the middle of the screen, or along one side of it at full height. */
  readonly side?: 'centre' | 'start' | 'end'
  readonly size?: 'plain' | 'wide'
}

/** A dialog over the page: keeps the focus, closes with Escape, gives the focus back where it came from. */
export function Dialog({
  open,
  onClose,
  title,
  sentence,
  children,
  foot,
  side = 'centre',
  size = 'plain',
}: DialogProps) {
  const described = sentence === null ? { 'aria-describedby': undefined } : {}
  return (
    <Radix.Root open={open} onOpenChange={next => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content className="dialog" data-side={side} data-size={size} {...described}>
          <div className="dialog-head">
            <div style={{ flex: 1 }}>
              <Radix.Title>{title}</Radix.Title>
              {sentence !== null && <Radix.Description>{sentence}</Radix.Description>}
            </div>
            <Radix.Close className="close" aria-label="Close">
              ×
            </Radix.Close>
          </div>
          <div className="dialog-body">{children}</div>
          {foot !== null && <div className="dialog-foot">{foot}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
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
  /** Where the focus goes first: to what can be filled in or pressed inside, or to the main button at the foot. */
  readonly focus?: 'inside' | 'main'
}

/** A dialog over the page: keeps the focus, closes with Escape, gives the focus back where it came from. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, sentence, children, foot, side = 'centre', size = 'plain', focus = 'inside' } = props
  const content = useRef<HTMLDivElement>(null)
  const described = sentence === null ? { 'aria-describedby': undefined } : {}
  const focusMain = (event: Event) => {
    const main = content.current?.querySelector<HTMLElement>('.dialog-foot [data-look="main"]:enabled')
    if (focus === 'inside' || !main) return
    event.preventDefault()
    main.focus()
  }
  return (
    <Radix.Root open={open} onOpenChange={next => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          ref={content}
          className="dialog"
          data-side={side}
          data-size={size}
          onOpenAutoFocus={focusMain}
          {...described}
        >
          <div className="dialog-head">
            <Radix.Title>{title}</Radix.Title>
            {sentence !== null && <Radix.Description>{sentence}</Radix.Description>}
          </div>
          <div className="dialog-body">{children}</div>
          {foot !== null && <div className="dialog-foot">{foot}</div>}
          {/* Last, so that the focus does not begin on the way out. */}
          <Radix.Close className="close-button" aria-label="Close">
            ×
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

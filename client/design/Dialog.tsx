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
  const cameFrom = useRef<() => void>(() => {})
  const focusFirst = (event: Event) => {
    cameFrom.current = wayBack(document.activeElement)
    const main = content.current?.querySelector<HTMLElement>('.dialog-foot [data-look="main"]:enabled')
    if (focus === 'inside' || !main) return
    event.preventDefault()
    main.focus()
  }
  const giveBack = (event: Event) => {
    // Radix gives it back to a trigger of its own, which is not how dialogs are opened here.
    event.preventDefault()
    cameFrom.current()
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
          onOpenAutoFocus={focusFirst}
          onCloseAutoFocus={giveBack}
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

/** Gives the focus back: from an entry of a menu, which is gone by then, to the button that opened the menu; to a text with its caret. */
function wayBack(element: Element | null): () => void {
  const menuButton = element?.closest('[role="menu"]')?.getAttribute('aria-labelledby') ?? null
  const place = menuButton === null ? element : document.getElementById(menuButton)
  if (!(place instanceof HTMLElement)) return () => {}
  const selection = place.isContentEditable ? document.getSelection() : null
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {}
  return () => {
    place.focus({ preventScroll: true })
    // A browser puts the caret of a text that is given the focus at its beginning.
    if (anchorNode?.isConnected && focusNode?.isConnected)
      selection?.setBaseAndExtent(
        anchorNode,
        within(anchorNode, anchorOffset),
        focusNode,
        within(focusNode, focusOffset),
      )
  }
}

/** The text may have become shorter meanwhile. */
function within(node: Node, offset: number): number {
  return Math.min(offset, node.nodeValue?.length ?? node.childNodes.length)
}

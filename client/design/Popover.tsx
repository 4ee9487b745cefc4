import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import './overlays.css'

export interface PopoverProps {
  /** A single button element that opens it. */
  readonly trigger: ReactNode
  /** What a screen reader calls it. */
  readonly label: string
  readonly children: ReactNode
}

/** More about something, beside it, for as long as one looks. */
export function Popover({ trigger, label, children }: PopoverProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="over"
          data-look="popover"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

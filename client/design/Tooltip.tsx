import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import './overlays.css'

/** Long enough not to flicker past a hand on its way elsewhere. */
const delayMs = 400

export interface TooltipProps {
  /** A single element that can have the focus, so that the hint also comes by keyboard. */
  readonly children: ReactNode
  readonly hint: ReactNode
}

/** A few words about a button. Never the only place where something is said: touch screens do not show it. */
export function Tooltip({ children, hint }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={delayMs}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content className="hint" sideOffset={5} collisionPadding={8}>
            {hint}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}

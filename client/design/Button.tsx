import type { ReactNode } from 'react'
import './controls.css'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress: () => void
  /** `main`: what one came for, at most one in a place. `quiet`: a way out or on. */
  readonly look?: 'plain' | 'main' | 'quiet'
  /** For a button that stays down, such as a stance taken. */
  readonly pressed?: boolean
  /** For a button that opens and closes something beside it. */
  readonly expanded?: boolean
  readonly disabled?: boolean
  /** What a screen reader says where the words on the button need their context. */
  readonly label?: string
  readonly title?: string
}

/** A button that never submits a form by accident. */
export function Button({ children, onPress, look = 'plain', pressed, expanded, disabled, label, title }: ButtonProps) {
  return (
    <button
      type="button"
      className="button"
      data-look={look}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-label={label}
      title={title}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

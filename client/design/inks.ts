import type { CSSProperties } from 'react'

declare module 'react' {
  interface CSSProperties {
    /** The ink of the party an element speaks for. */
    readonly '--c'?: string
  }
}

/** How many inks `inks.css` defines; further parties begin again from the first. */
export const inkCount = 24

/** The ink of a party's place in the palette, as a CSS colour. */
export function inkOf(index: number): string {
  const whole = Math.trunc(index)
  return `var(--ink-${((whole % inkCount) + inkCount) % inkCount})`
}

/** Sets `--c` of an element and all within it to a party's ink. */
export function inkStyle(index: number): CSSProperties {
  return { '--c': inkOf(index) }
}

import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'

/** The server promises 100 ms from a key to the table; what is not there after this has not gone by itself. */
const patienceMs = 1_000

/**
 * Where tabling is as typed, words of a tabled proposal are on their way to the table from one key to the next. They are not shown
 * as untabled meanwhile: brackets, cards and buttons would come and go with every letter.
 */
export class OnItsWay {
  private readonly shown: ShownSheet
  private readonly isConnected: () => boolean
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(shown: ShownSheet, isConnected: () => boolean) {
    this.shown = shown
    this.isConnected = isConnected
  }

  /** Something was written on the desk. */
  written(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = setTimeout(() => this.arrived(), patienceMs)
    const { tabling } = this.shown.sheet.table.procedure()
    this.shown.setOnItsWay(tabling === 'as typed' && this.isConnected())
  }

  /** Nothing is on its way any more: what differs from the table is shown so. */
  arrived(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.shown.setOnItsWay(false)
  }
}

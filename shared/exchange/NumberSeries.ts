import type { Label } from './readLabel.ts'

type NumberLabel = Extract<Label, { kind: 'number' }>

/** A number this far on is not the next paragraph but a figure in the middle of a sentence. */
const FAR_NUMBERS = 50

/** Where the running series of paragraphs stands (D1), to tell a paragraph's number from any other number. */
export class NumberSeries {
  readonly #last = new Map<string, number>()

  /** Whether `label` is the next of its series, or an addition to the last one (18 bis behind 18, D3). */
  isNext({ series, number, suffix }: Pick<NumberLabel, 'series' | 'number' | 'suffix'>): boolean {
    const last = this.#last.get(series) ?? 0
    return suffix === '' ? number === last + 1 : number === last || last === 0
  }

  isFar({ series, number }: NumberLabel): boolean {
    return number > (this.#last.get(series) ?? 0) + FAR_NUMBERS
  }

  take({ series, number }: Pick<NumberLabel, 'series' | 'number'>): void {
    this.#last.set(series, number)
  }
}

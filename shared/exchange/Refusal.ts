/** The answer to input that cannot be read: one sentence that says why, to be shown as it is. */
export interface Refusal {
  readonly refused: string
}

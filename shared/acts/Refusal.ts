/**
 * Why an act was not done, in a sentence for the person who asked. `not allowed`: their role or party may not. `impossible`:
 * the table does not admit it. `moved on`: it was prepared on words that have changed; look again.
 */
export interface Refusal {
  readonly refused: string
  readonly because: 'not allowed' | 'impossible' | 'moved on'
}

export const refuse = (because: Refusal['because'], refused: string): Refusal => ({ refused, because })

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value
}

import type { CharacterRun } from './Proposal.ts'

/** One character of a text, by its Yjs id. */
export interface Character {
  readonly client: number
  readonly clock: number
}

/** Tells one character from all others of its document. */
export const nameOf = ({ client, clock }: Character): string => `${client}:${clock}`

/** The characters of runs, one by one. */
export function charactersOf(runs: readonly CharacterRun[]): readonly Character[] {
  return runs.flatMap(([client, clock, length]) =>
    Array.from({ length }, (_, step) => ({ client, clock: clock + step })),
  )
}

import type { Tabling } from './Stage.ts'

/** Negotiations that once broke, and why. They stay, and are run with every test. */
export const foundSeeds: readonly {
  readonly seed: number
  readonly tabling: Tabling
  readonly operations: number
  readonly why: string
}[] = []

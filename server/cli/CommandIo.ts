import type { ImportIo } from './importCommand.ts'

/** What commands read from and write to. */
export interface CommandIo extends ImportIo {
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Whether what is written is seen on a screen that shows colours. */
  readonly hasColours?: boolean
}

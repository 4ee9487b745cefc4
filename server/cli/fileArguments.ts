import type { Refusal } from '../../shared/exchange/Refusal.ts'

export interface FileArguments {
  readonly files: readonly string[]
  readonly asJson: boolean
}

/** The files named behind a command, and whether `--json` is asked for; refuses other options and another number of files, with `usage`. */
export function fileArguments(
  args: readonly string[],
  fewest: number,
  most: number,
  usage: string,
): FileArguments | Refusal {
  const unknown = args.find(arg => arg.startsWith('--') && arg !== '--json')
  if (unknown !== undefined) return { refused: `The option ${unknown} is not known. ${usage}` }
  const files = args.filter(arg => !arg.startsWith('--'))
  if (files.length < fewest) return { refused: `${fewest} files are needed. ${usage}` }
  if (files.length > most) return { refused: `There are too many files. ${usage}` }
  return { files, asJson: args.includes('--json') }
}

import { readConfig } from '../config.ts'
import { backup } from '../storage/backup.ts'
import { restore } from '../storage/restore.ts'
import type { CommandIo } from './CommandIo.ts'
import { compareCommand } from './compareCommand.ts'
import { importCommand } from './importCommand.ts'
import { linksCommand } from './linksCommand.ts'
import { provenanceCommand } from './provenanceCommand.ts'
import { verifyCommand } from './verifyCommand.ts'

const help = `Usage: adref COMMAND

  import FILE [--json]   read a document (plain text, Word, PDF) and show what was found in it
  compare OLD NEW [--json]
                         show what became of each paragraph of a text in another, word for word
  provenance DRAFT PRIOR... [--json]
                         show which phrases of a draft stand in prior texts, and where
  links                  print every way in again: whoever has a link speaks for its party
  verify [NEGOTIATION SEQUENCE HEAD]
                         prove the record of every negotiation, and that it holds the head somebody has kept
  backup FOLDER          copy the data folder to a new folder; the server may be running
  restore FOLDER         make the data folder, which must be new or empty, from a backup
  help                   print this

DATA_DIR names the data folder (./data), PUBLIC_URL the address in links.
`

/** Runs one command; returns its exit code: 0 done, 1 not done, 2 not understood. The reason is one sentence on standard error. */
export async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const [command, ...rest] = args
  const config = readConfig(io.variables)
  if ('refused' in config) return failed(config.refused, 1, io)
  const { dataDir } = config
  switch (command) {
    case 'import':
      return importCommand(rest, io)
    case 'compare':
      return compareCommand(rest, io)
    case 'provenance':
      return provenanceCommand(rest, io)
    case 'links':
      return linksCommand(config, io)
    case 'verify':
      return verifyCommand(rest, dataDir, io)
    case 'backup':
      return copied(rest, target => backup(dataDir, target), 'The backup is as secret as the data folder itself.', io)
    case 'restore':
      return copied(rest, source => restore(source, dataDir), `${dataDir} is made; the server can be started.`, io)
    case 'help':
    case '--help':
    case undefined:
      io.write(help)
      return command === undefined ? 2 : 0
    default:
      return failed(`There is no command ${command}; "adref help" lists those there are.`, 2, io)
  }
}

function copied(
  [folder, ...others]: readonly string[],
  copy: (folder: string) => { readonly refused: string } | null,
  done: string,
  io: CommandIo,
): number {
  if (folder === undefined || others.length > 0) return failed('Name one folder.', 2, io)
  const refusal = copy(folder)
  if (refusal !== null) return failed(refusal.refused, 1, io)
  io.write(`${done}\n`)
  return 0
}

function failed(sentence: string, code: number, io: CommandIo): number {
  io.fail(`${sentence}\n`)
  return code
}

import { copyDataFolder } from './copyDataFolder.ts'
import { renewEpoch } from './migrate.ts'

/**
 * Makes a new or empty folder a data folder from a backup, and gives it a new epoch: clients that were told more than
 * the backup knows then keep what is theirs instead of taking it for kept. Returns null when it is done, or the reason
 * it is not.
 */
export function restore(backupDir: string, dataDir: string): { readonly refused: string } | null {
  return copyDataFolder(backupDir, dataDir, renewEpoch)
}

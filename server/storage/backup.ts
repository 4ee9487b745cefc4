import { copyDataFolder } from './copyDataFolder.ts'

/**
 * Makes a copy of the data folder in `target`, a new or empty folder, as it is at this moment; the server may be running.
 * The copy is a data folder itself and as secret as the original: it holds every party's desk and the secret of the tokens.
 * Returns null when the copy is on the disk, or the reason there is none.
 */
export function backup(dataDir: string, target: string): { readonly refused: string } | null {
  return copyDataFolder(dataDir, target)
}

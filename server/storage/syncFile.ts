import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Waits until the content of the file, or the list of names of the folder, is on the disk. */
export function syncFile(path: string): void {
  // Windows neither opens nor needs to sync a folder.
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

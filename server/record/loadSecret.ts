import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { dataFiles } from '../storage/dataFiles.ts'
import { syncFile } from '../storage/syncFile.ts'

// As long as the hash of the HMAC made with it; more would add nothing.
const SECRET_BYTES = 32

/**
 * The secret of the data folder, made on first use: a file for its owner only, either whole or not there, whatever happens
 * meanwhile. When two processes make it at once, both get the same. Returns a refusal when the file holds something else: a
 * new secret in its place would silently change every token.
 */
export function loadSecret(dataDir: string): Uint8Array | { readonly refused: string } {
  const path = join(dataDir, dataFiles.secret)
  const secret = read(path) ?? create(dataDir, path)
  if (secret.length === SECRET_BYTES) return secret
  return {
    refused: `${path} does not hold a secret of ${SECRET_BYTES} bytes. Put the right file back; a new one would change every token.`,
  }
}

function read(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function create(dataDir: string, path: string): Uint8Array {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const partialPath = `${path}.${process.pid}.partial`
  rmSync(partialPath, { force: true })
  const descriptor = openSync(partialPath, 'wx', 0o600)
  try {
    writeSync(descriptor, randomBytes(SECRET_BYTES))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  try {
    // Unlike a rename, a link never takes the place of a secret that another process has just made.
    linkSync(partialPath, path)
  } catch (error) {
    if (read(path) === null) throw error
  } finally {
    rmSync(partialPath, { force: true })
  }
  syncFile(dataDir)
  return readFileSync(path)
}

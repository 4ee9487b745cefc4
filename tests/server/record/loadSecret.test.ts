import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSecret } from '../../../server/record/loadSecret.ts'
import { dataFiles } from '../../../server/storage/dataFiles.ts'
import { temporaryFolder } from '../../harness/temporaryFolder.ts'

test('the secret is made on first use, for its owner only, and stays the same', () => {
  const folder = join(temporaryFolder(), 'data')
  const secret = loadSecret(folder)
  expect(secret).toHaveLength(32)
  expect(loadSecret(folder)).toEqual(secret)
  expect(statSync(join(folder, dataFiles.secret)).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual([dataFiles.secret])
})

test('two data folders have two secrets', () => {
  expect(loadSecret(temporaryFolder())).not.toEqual(loadSecret(temporaryFolder()))
})

test('what a process left behind that died while making the secret is no obstacle', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, `${dataFiles.secret}.${process.pid}.partial`), 'half')
  expect(loadSecret(folder)).toHaveLength(32)
  expect(readdirSync(folder)).toEqual([dataFiles.secret])
})

test('a file that holds something else is refused and left as it is', () => {
  const folder = temporaryFolder()
  const path = join(folder, dataFiles.secret)
  writeFileSync(path, 'short')
  expect(loadSecret(folder)).toEqual({ refused: expect.stringContaining(path) })
  expect(readFileSync(path, 'utf8')).toBe('short')
})

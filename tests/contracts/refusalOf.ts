import { expect } from 'vitest'
import { StorageError } from '../../server/storage/StorageError.ts'

/** The sentence with which a store refused; the test fails when it accepted, or failed for another reason. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StorageError)
  if (!(error instanceof StorageError)) throw new Error('The store accepted what it must refuse.')
  expect(error.kind).toBe('refused')
  return error.message
}

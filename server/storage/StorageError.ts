/**
 * Why a write to the store was rejected. `refused`: it contradicts what is kept, and would again if repeated.
 * `failed`: the disk did not take it. `closed`: the store was closed before. In every case nothing was changed.
 */
export class StorageError extends Error {
  readonly kind: 'refused' | 'failed' | 'closed'

  constructor(kind: StorageError['kind'], sentence: string, cause?: unknown) {
    super(sentence, { cause })
    this.name = 'StorageError'
    this.kind = kind
  }
}

import { crc32, inflateRawSync } from 'node:zlib'
import type { Refusal } from '../../shared/exchange/Refusal.ts'

interface Entry {
  readonly method: number
  readonly isLocked: boolean
  readonly packedBytes: number
  /** A damaged file may unfold to other words. */
  readonly checksum: number
  /** Where its local header begins. */
  readonly at: number
}

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
/** The end record with the longest comment behind it. */
const END_BYTES = 22 + 65_535
/** A Word document has some twenty files, and one for each picture. */
const MOST_ENTRIES = 10_000

const broken: Refusal = { refused: 'This file is broken: it cannot be unpacked. Save it anew, or get it again.' }

/**
 * A packed file (zip), read by its directory as all programs read it. What is unpacked is limited while it is
 * unpacked, so a file that unfolds to gigabytes costs no more than the limit.
 */
export class ZipFile {
  readonly #bytes: Buffer
  readonly #entries: ReadonlyMap<string, Entry>
  #bytesLeft: number

  private constructor(bytes: Buffer, entries: ReadonlyMap<string, Entry>, mostBytes: number) {
    this.#bytes = bytes
    this.#entries = entries
    this.#bytesLeft = mostBytes
  }

  /** `mostBytes`: how much may be unpacked in all. */
  static open(file: Uint8Array, mostBytes: number): ZipFile | Refusal {
    const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
    try {
      const entries = directoryOf(bytes)
      return entries === null ? broken : new ZipFile(bytes, entries, mostBytes)
    } catch (error) {
      // A number in it points outside of the file.
      if (error instanceof RangeError) return broken
      throw error
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** The bytes of one file in it; null when there is none of that name. */
  read(name: string): Uint8Array | Refusal | null {
    const entry = this.#entries.get(name)
    if (entry === undefined) return null
    if (entry.isLocked) return { refused: 'This file is locked with a password: unlock it first.' }
    try {
      const unpacked = this.#unpack(entry)
      if (unpacked === null || crc32(unpacked) !== entry.checksum) return broken
      this.#bytesLeft -= unpacked.length
      return unpacked
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code === 'ERR_BUFFER_TOO_LARGE') {
        return { refused: 'This file unfolds to far more than a text needs, and is not read.' }
      }
      return broken
    }
  }

  #unpack({ at, method, packedBytes }: Entry): Uint8Array | null {
    if (this.#bytes.readUInt32LE(at) !== LOCAL) return null
    const begin = at + 30 + this.#bytes.readUInt16LE(at + 26) + this.#bytes.readUInt16LE(at + 28)
    if (begin + packedBytes > this.#bytes.length) return null
    const packed = this.#bytes.subarray(begin, begin + packedBytes)
    if (method === 0) return packed
    return method === 8 ? inflateRawSync(packed, { maxOutputLength: Math.max(1, this.#bytesLeft) }) : null
  }
}

/** Null when the file has no directory. */
function directoryOf(bytes: Buffer): ReadonlyMap<string, Entry> | null {
  const end = endRecordOf(bytes)
  if (end === null) return null
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) return null
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let nth = 0; nth < count; nth++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY) return null
    const nameBytes = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes)
    entries.set(name, {
      isLocked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      checksum: bytes.readUInt32LE(at + 16),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function endRecordOf(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_BYTES)
  for (let at = bytes.length - 22; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at
  return null
}

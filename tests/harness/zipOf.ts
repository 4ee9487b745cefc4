import { crc32, deflateRawSync } from 'node:zlib'

interface ZipEntry {
  readonly name: string
  readonly packed: Uint8Array
  readonly method: 0 | 8
  readonly bytes: number
  readonly checksum: number
}

/** Packs texts under their names, as Word does. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([name, text]): ZipEntry => {
    const bytes = Buffer.from(text)
    return { name, packed: deflateRawSync(bytes), method: 8, bytes: bytes.length, checksum: crc32(bytes) }
  })
  return packedFile(entries)
}

/** A file of that name which unfolds to about `megabytes` of spaces, and says that it has 10 bytes. */
export function zipBomb(name: string, begin: string, megabytes: number): Uint8Array {
  return packedFile([{ name, packed: bombOf(begin, megabytes, deflateRawSync), method: 8, bytes: 10, checksum: 0 }])
}

type Deflate = (bytes: Uint8Array, options: { readonly finishFlush: number }) => Uint8Array

const FULL_FLUSH = 3
const FINISH = 4

/** Deflated, `begin` and then spaces. A full flush ends at a whole byte and leans on nothing before, so pieces can be repeated. */
export function bombOf(begin: string, megabytes: number, deflate: Deflate): Uint8Array {
  const spaces = Buffer.alloc(1_000_000, ' ')
  const first = deflate(Buffer.from(begin), { finishFlush: FULL_FLUSH })
  const piece = deflateRawSync(spaces, { finishFlush: FULL_FLUSH })
  const last = deflateRawSync(spaces, { finishFlush: FINISH })
  return Buffer.concat([first, ...Array<Uint8Array>(megabytes - 1).fill(piece), last])
}

function packedFile(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const { name, packed, method, bytes, checksum } of entries) {
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(checksum, 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, rest, Buffer.from(name))
    parts.push(local)
    at += local.length
  }
  const entriesBytes = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(entriesBytes.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, entriesBytes, Buffer.from('PK\u0005\u0006'), end])
}

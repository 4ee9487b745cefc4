import * as encoding from 'lib0/encoding'

/** An id in a Yjs document. */
export interface CraftedId {
  readonly client: number
  readonly clock: number
}

/** An item of one character, as no editor would make it: its neighbours are whatever one names. */
export interface CraftedItem {
  readonly origin?: CraftedId
  readonly rightOrigin?: CraftedId
  /** Where it goes when it names no neighbour: a type by the id of the item that holds it, or a root by its name. */
  readonly parent?: CraftedId | string
  readonly key?: string
  /** How its content is written, and as which kind (4: a string). */
  readonly content?: { readonly kind: number; write(encoder: encoding.Encoder): void }
}

export interface CraftedClient {
  readonly client: number
  /** The clock of the first item; each item of one character takes one. */
  readonly clock: number
  readonly items: readonly CraftedItem[]
}

export interface CraftedDeletion {
  readonly client: number
  readonly ranges: readonly { readonly clock: number; readonly length: number }[]
}

const stringContent = { kind: 4, write: (encoder: encoding.Encoder) => encoding.writeVarString(encoder, 'x') }

/** Writes a Yjs update (version 1) byte by byte, for attacks. */
export function craftedUpdate(
  clients: readonly CraftedClient[],
  deletions: readonly CraftedDeletion[] = [],
): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, clients.length)
    for (const { client, clock, items } of clients) {
      encoding.writeVarUint(encoder, items.length)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const item of items) writeItem(encoder, item)
    }
    encoding.writeVarUint(encoder, deletions.length)
    for (const { client, ranges } of deletions) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const { clock, length } of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, length)
      }
    }
  })
}

function writeItem(
  encoder: encoding.Encoder,
  { origin, rightOrigin, parent, key, content = stringContent }: CraftedItem,
) {
  const flags =
    (origin === undefined ? 0 : 0x80) | (rightOrigin === undefined ? 0 : 0x40) | (key === undefined ? 0 : 0x20)
  encoding.writeUint8(encoder, content.kind | flags)
  if (origin !== undefined) writeId(encoder, origin)
  if (rightOrigin !== undefined) writeId(encoder, rightOrigin)
  if (origin === undefined && rightOrigin === undefined && parent !== undefined) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writeId(encoder, parent)
    if (key !== undefined) encoding.writeVarString(encoder, key)
  }
  content.write(encoder)
}

function writeId(encoder: encoding.Encoder, { client, clock }: CraftedId): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

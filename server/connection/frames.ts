import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** One client's awareness state as it travels: `state` is JSON, `null` when it leaves. */
export interface AwarenessEntry {
  readonly client: number
  readonly clock: number
  readonly state: string
}

/** What a client may send (y-websocket's protocol). */
export type ClientMessage =
  | { readonly is: 'state wanted'; readonly stateVector: Uint8Array }
  | { readonly is: 'update'; readonly update: Uint8Array }
  | { readonly is: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly is: 'awareness wanted' }

const messages = { sync: 0, awareness: 1, auth: 2, awarenessWanted: 3 } as const
const syncs = { step1: 0, step2: 1, update: 2 } as const
const permissionDenied = 0

// The frames of a room of 3,000, echoed by each client as y-websocket does, have as many entries.
const MAX_AWARENESS_ENTRIES = 10_000

/** Reads a frame, or returns null when it is not of the protocol. */
export function readFrame(frame: Uint8Array): ClientMessage | null {
  try {
    const decoder = decoding.createDecoder(frame)
    const message = readMessage(decoder)
    return decoding.hasContent(decoder) ? null : message
  } catch {
    // lib0 throws on every frame that ends too early or holds an impossible number: all mean the same here.
    return null
  }
}

function readMessage(decoder: decoding.Decoder): ClientMessage | null {
  switch (decoding.readVarUint(decoder)) {
    case messages.sync: {
      const kind = decoding.readVarUint(decoder)
      const bytes = decoding.readVarUint8Array(decoder)
      if (kind === syncs.step1) {
        // Read once here, so that no room meets one that is none.
        Y.decodeStateVector(bytes)
        return { is: 'state wanted', stateVector: bytes }
      }
      return kind === syncs.step2 || kind === syncs.update ? { is: 'update', update: bytes } : null
    }
    case messages.awareness:
      return { is: 'awareness', entries: readEntries(decoding.readVarUint8Array(decoder)) }
    case messages.awarenessWanted:
      return { is: 'awareness wanted' }
    default:
      return null
  }
}

function readEntries(bytes: Uint8Array): readonly AwarenessEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  if (count > MAX_AWARENESS_ENTRIES) throw new Error('too many awareness entries')
  const entries: AwarenessEntry[] = []
  for (let index = 0; index < count; index += 1) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    entries.push({ client, clock, state: decoding.readVarString(decoder) })
  }
  if (decoding.hasContent(decoder)) throw new Error('bytes behind the awareness entries')
  return entries
}

const frameOf = (write: (encoder: encoding.Encoder) => void) => encoding.encode(write)

function syncFrame(kind: number, bytes: Uint8Array): Uint8Array {
  return frameOf(encoder => {
    encoding.writeVarUint(encoder, messages.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

/** Asks a client for what it has beyond this state vector. */
export const stateWantedFrame = (stateVector: Uint8Array) => syncFrame(syncs.step1, stateVector)
/** Answers a client that wanted the state. */
export const stateFrame = (update: Uint8Array) => syncFrame(syncs.step2, update)
export const updateFrame = (update: Uint8Array) => syncFrame(syncs.update, update)

export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  return frameOf(outer => {
    encoding.writeVarUint(outer, messages.awareness)
    const inner = frameOf(encoder => {
      encoding.writeVarUint(encoder, entries.length)
      for (const { client, clock, state } of entries) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, state)
      }
    })
    encoding.writeVarUint8Array(outer, inner)
  })
}

/** Says in full why a connection is closed: a close frame has room for 123 bytes only. */
export function deniedFrame(sentence: string): Uint8Array {
  return frameOf(encoder => {
    encoding.writeVarUint(encoder, messages.auth)
    encoding.writeVarUint(encoder, permissionDenied)
    encoding.writeVarString(encoder, sentence)
  })
}

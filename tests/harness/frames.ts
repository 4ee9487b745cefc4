import * as encoding from 'lib0/encoding'

/** Frames of y-websocket's protocol, as a client writes them. */
const syncFrame = (kind: number) => (bytes: Uint8Array) =>
  encoding.encode(encoder => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, bytes)
  })

export const step1Frame = syncFrame(0)
export const step2Frame = syncFrame(1)
export const updateFrame = syncFrame(2)

export interface Said {
  readonly client: number
  readonly clock: number
  readonly state: unknown
}

export function saidFrame(said: readonly Said[]): Uint8Array {
  return encoding.encode(outer => {
    encoding.writeVarUint(outer, 1)
    encoding.writeVarUint8Array(
      outer,
      encoding.encode(encoder => {
        encoding.writeVarUint(encoder, said.length)
        for (const { client, clock, state } of said) {
          encoding.writeVarUint(encoder, client)
          encoding.writeVarUint(encoder, clock)
          encoding.writeVarString(encoder, JSON.stringify(state))
        }
      }),
    )
  })
}

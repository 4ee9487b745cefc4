/**
 * Why a socket is closed, what is said of it, and what the client should do. Codes 4400–4499 are final: the same program with
 * the same rights would meet the same answer, and y-websocket stops by itself. Codes 4500–4599 pass: come back as usual.
 */
export interface Close {
  readonly code: number
  /** One sentence for the person; at most 123 bytes, the limit of a close frame. */
  readonly reason: string
  /** What the program does next. */
  readonly client: 'stop' | 'ask for a new link' | 'load again' | 'come back'
}

export const closes = {
  malformed: { code: 4400, reason: 'The program sent something that could not be read.', client: 'stop' },
  notKnown: {
    code: 4401,
    reason: 'This link is not known, or was taken back. Ask for a new one.',
    client: 'ask for a new link',
  },
  notYours: { code: 4403, reason: 'This desk belongs to another party.', client: 'stop' },
  noSuchRoom: { code: 4404, reason: 'There is no such negotiation.', client: 'stop' },
  restored: {
    code: 4409,
    reason: 'The server was restored from a backup. Load the page again; what you wrote here is kept on this device.',
    client: 'load again',
  },
  tooLarge: { code: 4413, reason: 'The program sent more at once than the server takes.', client: 'stop' },
  refused: { code: 4422, reason: 'The desk did not take this change; it stays on this device.', client: 'stop' },
  notKept: {
    code: 4500,
    reason: 'The server could not keep a change and reads again from its storage.',
    client: 'come back',
  },
  closing: { code: 4503, reason: 'The server is closing and will be back.', client: 'come back' },
  tooSlow: { code: 4508, reason: 'The connection was too slow to follow; it starts afresh.', client: 'come back' },
} as const satisfies Readonly<Record<string, Close>>

/** The close of a code the server sent, or null for a code of another origin (1006: the connection was lost). */
export function closeOf(code: number): Close | null {
  return Object.values(closes).find(close => close.code === code) ?? null
}

import type { Member } from './Member.ts'

// A caret, a selection and a colour take some hundred bytes.
const MAX_SAID_CHARACTERS = 2_000

/** What colleagues see of one at a desk: what their program says, with the person and capacity the server knows; null when it is no state. */
export function stampDeskHere({ capacity }: Member, said: string): string | null {
  if (said.length > MAX_SAID_CHARACTERS) return null
  const state = parse(said)
  if (state === null) return null
  const { server: _, ...own } = state
  return JSON.stringify({ ...own, person: capacity.person, capacity: capacity.capacity })
}

function parse(json: string): { readonly server?: unknown } | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

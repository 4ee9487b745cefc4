import type { IncomingHttpHeaders } from 'node:http'
import type { WayIn } from '../../shared/protocol/NewNegotiation.ts'
import type { Role } from '../../shared/table/Party.ts'
import { tokenHash, tokenOf } from '../record/tokenOf.ts'
import type { Store, StoredCapacity } from '../storage/Store.ts'
import { type Capacity, readCapacity } from './Capacity.ts'
import { cookieName, readCookies } from './cookies.ts'
import { wayIn } from './wayIn.ts'

/** Who asks, and how they showed it: requests by cookie must also prove that they come from our own pages. */
export interface Visitor {
  readonly capacity: Capacity
  readonly by: 'cookie' | 'bearer'
}

export interface NewCapacity {
  readonly negotiation: string
  readonly role: Role
  readonly party: string | null
  readonly person: string
}

interface GateParts {
  readonly store: Store
  /** What tokens are made with (see loadSecret). */
  readonly secret: Uint8Array
  readonly now: () => number
  readonly newId: () => string
}

// Longer than any token; nothing else is worth hashing.
const MAX_TOKEN_CHARACTERS = 64

/** The one way in: whoever comes, by page, request or socket, is looked up here, each time. */
export class Gate {
  readonly #parts: GateParts

  constructor(parts: GateParts) {
    this.#parts = parts
  }

  /** The capacity a token opens, or null when there is none or it is closed. */
  open(token: string): Capacity | null {
    if (token === '' || token.length > MAX_TOKEN_CHARACTERS) return null
    const stored = this.#parts.store.readCapacityByTokenHash(tokenHash(token))
    return stored === null ? null : readCapacity(stored)
  }

  /**
   * Who sends these headers: the token of `Authorization: Bearer`, or the cookie of the capacity named by `as`. With both, the
   * Bearer token counts, and must be that of `as` when one is given. Null when nobody is known.
   */
  identify(headers: Pick<IncomingHttpHeaders, 'authorization' | 'cookie'>, as: string | null): Visitor | null {
    const { authorization, cookie } = headers
    const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    if (bearer === undefined && as === null) return null
    const token = bearer ?? readCookies(cookie).get(cookieName(as ?? ''))
    const capacity = token === undefined ? null : this.open(token)
    if (capacity === null || (as !== null && capacity.capacity !== as)) return null
    return { capacity, by: bearer === undefined ? 'cookie' : 'bearer' }
  }

  /** Every capacity whose cookie is sent. */
  held(cookieHeader: string | undefined): readonly Capacity[] {
    const held: Capacity[] = []
    for (const [name, token] of readCookies(cookieHeader)) {
      const capacity = name.startsWith(cookieName('')) ? this.open(token) : null
      if (capacity !== null && cookieName(capacity.capacity) === name) held.push(capacity)
    }
    return held
  }

  /** Makes a capacity, durable when the promise resolves. */
  async admit(
    { negotiation, role, party, person }: NewCapacity,
    id: string = this.#parts.newId(),
  ): Promise<StoredCapacity> {
    const { store, secret, now } = this.#parts
    const generation = 1
    const stored = {
      id,
      negotiation,
      role,
      party,
      person,
      tokenHash: tokenHash(tokenOf(secret, id, generation)),
      generation,
      createdAt: now(),
      closedAt: null,
    }
    await store.createCapacity(stored)
    return stored
  }

  /** The link of a capacity, with what it opens; null while it is closed. */
  wayIn(stored: StoredCapacity, publicUrl: string): WayIn | null {
    return wayIn(stored, this.#parts.secret, publicUrl)
  }
}

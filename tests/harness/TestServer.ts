import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { layNegotiation } from '../../server/layNegotiation.ts'
import { newId } from '../../server/newId.ts'
import { type RunningServer, start } from '../../server/start.ts'
import { MemoryStore } from '../../server/storage/MemoryStore.ts'
import type { Store } from '../../server/storage/Store.ts'
import { readText } from '../../shared/exchange/readText.ts'
import type { ShelfDescription } from '../../shared/protocol/Shelf.ts'
import { capacityId, type NegotiationId, negotiationId, partyId } from '../../shared/table/ids.ts'
import type { Role } from '../../shared/table/Party.ts'
import type { Procedure } from '../../shared/table/Procedure.ts'
import { TestClient } from './TestClient.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** A draft in our own words: two paragraphs, one with a note. */
export const testDraft = `Draft declaration on the sharing of instruments

We, the delegations assembled in this room, have agreed on the following.

I. Aims

1. We shall keep the instruments in good order and lend them to each other.

2. We invite all parties to report every year.
`

export interface Logged {
  readonly level: 'info' | 'warn' | 'error'
  readonly facts: object
  readonly sentence: string
}

interface Options {
  readonly store?: Store
  readonly tabling?: Procedure['tabling']
  readonly publicUrl?: string
  readonly dist?: string
  readonly draft?: string
  readonly parties?: readonly TestParty[]
}

export interface TestParty {
  readonly name: string
  readonly short: string
  readonly kind: 'state' | 'group'
}

const testParties = ['EU', 'US'].map((short): TestParty => ({ name: short, short, kind: 'group' }))

/** A real server on a free port with one negotiation, of EU and US when no others are given; closed when the test ends. */
export class TestServer {
  readonly running: RunningServer
  readonly store: Store
  readonly negotiation: NegotiationId
  readonly logged: readonly Logged[]

  private constructor(running: RunningServer, store: Store, negotiation: NegotiationId, logged: readonly Logged[]) {
    this.running = running
    this.store = store
    this.negotiation = negotiation
    this.logged = logged
  }

  static async start({
    store = new MemoryStore(),
    tabling = 'by act',
    publicUrl,
    dist,
    draft = testDraft,
    parties = testParties,
  }: Options = {}): Promise<TestServer> {
    const logged: Logged[] = []
    const logAs = (level: Logged['level']) => (facts: object, sentence: string) =>
      logged.push({ level, facts, sentence })
    const running = await start({
      store,
      secret: Buffer.alloc(32, 7),
      host: '127.0.0.1',
      port: 0,
      publicUrl: publicUrl ?? null,
      dist: dist ?? mkdtempSync(join(temporaryFolder(), 'dist-')),
      now: Date.now,
      newId,
      log: { info: logAs('info'), warn: logAs('warn'), error: logAs('error') },
    })
    if ('refused' in running) throw new Error(running.refused)
    onTestFinished(() => running.close())
    const known = store.listNegotiations()[0]
    const negotiation =
      known === undefined ? await layTestDraft(running, draft, parties, tabling) : negotiationId(known.id)
    return new TestServer(running, store, negotiation, logged)
  }

  get url(): string {
    return this.running.url
  }

  /** Somebody new, with a Bearer token. */
  async client(role: Role, party: string | null = null): Promise<TestClient> {
    const { id, link } = await this.#admit(role, party)
    return new TestClient(this.url, this.negotiation, id, link.slice(link.lastIndexOf('/') + 1))
  }

  /** Puts a text on the shelf of prior texts. */
  async shelve(raw: string, described: Pick<ShelfDescription, 'title' | 'year' | 'isAgreed'>): Promise<void> {
    const document = readText(raw)
    if ('refused' in document) throw new Error(document.refused)
    const text = { symbol: null, published: null, ...described, document }
    const added = await this.running.parts.shelf.add(text, { by: 'Secretariat', isRendering: false })
    if ('refused' in added) throw new Error(added.refused)
  }

  /** The link of somebody new. */
  async link(role: Role, party: string | null = null): Promise<string> {
    return (await this.#admit(role, party)).link
  }

  async #admit(role: Role, party: string | null): Promise<{ readonly id: string; readonly link: string }> {
    const { gate } = this.running.parts
    const office = role === 'facilitator' || role === 'secretariat' ? role : party
    const person = party === null ? role : `${role} of ${party}`
    const stored = await gate.admit({ negotiation: this.negotiation, role, party: office, person })
    return { id: stored.id, link: gate.wayIn(stored, this.url)?.link ?? '' }
  }
}

async function layTestDraft(
  { parts }: RunningServer,
  draft: string,
  given: readonly TestParty[],
  tabling: Procedure['tabling'],
): Promise<NegotiationId> {
  const document = readText(draft)
  if ('refused' in document) throw new Error(document.refused)
  const parties = given.map(party => ({ ...party, id: partyId(party.short) }))
  const actor = { capacity: capacityId(''), person: 'Test', role: 'secretariat', party: null } as const
  return layNegotiation(parts, { document, title: document.title, parties, tabling, labels: 'running' }, actor)
}

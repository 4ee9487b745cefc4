import { z } from 'zod'
import type { Moment } from '../../shared/protocol/EarlierState.ts'
import { idsOfOutcome } from '../rooms/outcome.ts'
import type { Store, StoredEntry } from '../storage/Store.ts'
import { breath, Turns } from './Turns.ts'

interface Known {
  /** The last act read. */
  upTo: number
  /** The laying of the draft and the decisions, in order. */
  readonly moments: Moment[]
  /** The last act of each quarter of an hour that has any, in order: days end on a quarter in every time zone there is. */
  readonly quarters: Moment[]
  /** What each decision was on, for those that take it back. */
  readonly onByDecision: Map<string, readonly string[]>
}

const QUARTER_MS = 15 * 60 * 1000
const DAY_MS = 96 * QUARTER_MS
const ENTRIES_PER_BREATH = 200
// Of a long negotiation the draft as it was laid, and the latest: nobody scrolls through more.
const MOST_MOMENTS = 2_000
const MOST_NEGOTIATIONS = 50

const actSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('lay draft') }),
  z.object({ act: z.literal('incorporate'), texts: z.array(z.object({ host: z.string() })) }),
  z.object({ act: z.literal('set aside'), proposals: z.array(z.string()) }),
  z.object({ act: z.literal('take back'), decision: z.string() }),
  z.object({ act: z.literal('status'), block: z.string(), to: z.string() }),
])

/** The moments of each negotiation's record worth comparing with. Each act is read once; what was found is remembered. */
export class Chronicle {
  readonly #store: Pick<Store, 'readRecord'>
  readonly #now: () => number
  readonly #known = new Map<string, Known>()
  readonly #turns = new Turns()

  constructor({ store, now }: { readonly store: Pick<Store, 'readRecord'>; readonly now: () => number }) {
    this.#store = store
    this.#now = now
  }

  /**
   * The laying of the draft, every decision and the end of every day that is over, oldest first. A day is one of the time zone
   * that is so many minutes ahead of UTC.
   */
  moments(negotiation: string, aheadMinutes: number): Promise<readonly Moment[]> {
    return this.#turns.take(async () => {
      const { moments, quarters } = await this.#readOn(negotiation)
      const dayOf = (at: number) => Math.floor((at + aheadMinutes * 60_000) / DAY_MS)
      const days = quarters.filter(({ at }, index) => dayOf(at) !== dayOf(quarters[index + 1]?.at ?? this.#now()))
      const [laid, ...later] = [...moments, ...days].sort((a, b) => a.sequence - b.sequence)
      return laid === undefined ? [] : [laid, ...later.slice(-MOST_MOMENTS)]
    })
  }

  async #readOn(negotiation: string): Promise<Known> {
    const known = this.#known.get(negotiation) ?? { upTo: 0, moments: [], quarters: [], onByDecision: new Map() }
    // Last in the order of keys: the first is the one not asked for longest.
    this.#known.delete(negotiation)
    this.#known.set(negotiation, known)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_NEGOTIATIONS) break
      this.#known.delete(oldest)
    }
    for (const entry of this.#store.readRecord(negotiation, known.upTo + 1)) {
      note(known, entry)
      if (entry.seq % ENTRIES_PER_BREATH === 0) await breath()
    }
    return known
  }
}

function note(known: Known, entry: StoredEntry): void {
  const { seq: sequence, at, person } = entry
  known.upTo = sequence
  const quarterOf = (moment: Pick<Moment, 'at'>) => Math.floor(moment.at / QUARTER_MS)
  const last = known.quarters.at(-1)
  if (last !== undefined && quarterOf(last) === quarterOf({ at })) known.quarters.pop()
  known.quarters.push({ sequence, at, person, is: 'day', on: [], to: null })
  const act = actSchema.safeParse(JSON.parse(entry.act))
  if (!act.success) return
  const { data } = act
  const on = [...onOf(known, data)]
  for (const id of idsOfOutcome(entry.outcome)) known.onByDecision.set(id, on)
  const is = data.act === 'lay draft' ? 'draft' : data.act
  known.moments.push({ sequence, at, person, is, on, to: data.act === 'status' ? data.to : null })
}

function onOf(known: Known, act: z.output<typeof actSchema>): readonly string[] {
  switch (act.act) {
    case 'lay draft':
      return []
    case 'incorporate':
      return act.texts.map(({ host }) => host)
    case 'set aside':
      return act.proposals.map(id => `proposal:${id}`)
    case 'take back':
      return known.onByDecision.get(act.decision) ?? []
    case 'status':
      return [act.block]
    default:
      return act satisfies never
  }
}

import { checkConverged, checkMirrored, checkReadAnew } from './agreement.ts'
import { decidingMoves } from './decidingMoves.ts'
import type { Move } from './Move.ts'
import { machineMoves } from './machineMoves.ts'
import { partyMoves } from './partyMoves.ts'
import { Stage, type Tabling } from './Stage.ts'
import type { Tally } from './Tally.ts'
import { writingMoves } from './writingMoves.ts'

const moves: readonly Move[] = [...writingMoves, ...partyMoves, ...decidingMoves, ...machineMoves]
/** Weights go down to a tenth. */
const tickets = moves.map(({ weight }) => Math.round(weight * 10))
const allTickets = tickets.reduce((sum, count) => sum + count, 0)

/** A seeded negotiation, and what must always hold in it. */
export interface Outcome {
  /** 'held', or what broke, with the steps before it. */
  readonly result: string
  readonly tally: Tally
  readonly previews: Tally
}

/** Runs a negotiation of so many operations and checks after every step what must always hold. */
export function randomNegotiation(seed: number, tabling: Tabling, operations: number): Outcome {
  const run = new Run(seed, tabling)
  const { stage } = run
  const { tally, previews } = stage
  try {
    while (tally.operations < operations) run.step()
    run.finish()
    return { result: 'held', tally, previews }
  } catch (error) {
    const steps = stage.log.slice(-12).join('\n  ')
    const why = error instanceof Error ? error.message : String(error)
    return { result: `seed ${seed}, ${tabling}: ${why}\n  ${steps}`, tally, previews }
  }
}

export class Run {
  readonly stage: Stage

  constructor(seed: number, tabling: Tabling) {
    this.stage = new Stage(seed, tabling)
  }

  step(): void {
    const { stage } = this
    const { random, ledger, room } = stage
    const person = random.pick(stage.people)
    let ticket = random.below(allTickets)
    stage.mayChangeDraft = false
    for (const [index, { move }] of moves.entries()) {
      ticket -= tickets[index] ?? 0
      if (ticket >= 0) continue
      move(stage, person)
      break
    }
    stage.checkDraft()
    ledger.checkAttribution(room)
    if (random.chance(1, 10)) ledger.checkConserved(random.pick(stage.everybody))
  }

  /** Everybody comes back and receives everything. */
  finish(): void {
    const { room, ledger, everybody } = this.stage
    for (const person of everybody) person.online = true
    for (let round = 0; round < 2; round++) room.flush()
    checkConverged(room)
    checkMirrored(room)
    checkReadAnew(room)
    for (const person of everybody) ledger.checkConserved(person)
    for (const person of everybody) ledger.checkAccounted(person)
  }
}

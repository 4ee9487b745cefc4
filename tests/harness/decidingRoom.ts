import { expect } from 'vitest'
import { planIncorporation } from '../../shared/acts/planIncorporation.ts'
import { isRefusal } from '../../shared/acts/Refusal.ts'
import { TestRoom } from './TestRoom.ts'

export const sentence = 'States shall promote and protect human rights for all.'

/** One person of each party over one sentence, and a facilitator who takes what is chosen; tabled as typed. */
export function decidingRoom(...parties: string[]) {
  const made = new TestRoom([sentence], parties)
  const people = new Map(parties.map(party => [party, made.person(party)]))
  const chair = made.person('Chair', 'facilitator')
  const of = (party: string) => people.get(party) ?? failed(`nobody of ${party}`)
  const take = (...proposals: ReturnType<TestRoom['proposalOf']>[]) => {
    const plan = planIncorporation(made.sheet, proposals)
    if (isRefusal(plan)) return plan.refused
    made.act(chair, { act: 'incorporate', proposals, texts: [...plan.texts] })
    made.flush()
    return 'done'
  }
  const read = () => {
    made.flush()
    for (const person of made.people) expect(person.print()).toBe(made.print())
    return made.print()
  }
  return { made, of, chair, take, read }
}

export function failed(why: string): never {
  throw new Error(why)
}

import { useEffect, useState } from 'react'
import { z } from 'zod'
import { type HeldCapacity, heldCapacitySchema } from '../../shared/protocol/Session.ts'
import '../design/base.css'
import '../views/plainPage.css'
import { ask } from '../connection/ask.ts'
import { roleName } from '../views/roleName.ts'

/** The ways in that this browser holds; for those who may, the way to a new negotiation. */
export function StartScreen() {
  const [held, setHeld] = useState<readonly HeldCapacity[] | null>(null)
  useEffect(() => {
    ask({ path: '/api/capacities', answers: z.array(heldCapacitySchema) }).then(asked =>
      setHeld(asked.is === 'answered' ? asked.answer : []),
    )
  }, [])
  const office = held?.find(({ role }) => role === 'facilitator' || role === 'secretariat')
  return (
    <main className="plain-page">
      <header>
        <h1>Adref</h1>
        <p>Delegations negotiate a declaration together.</p>
      </header>
      {held !== null && held.length === 0 && (
        <p>You come in by a personal link. Ask the Secretariat of your negotiation for yours.</p>
      )}
      <ul>
        {held?.map(({ capacity, negotiation, title, person, role }) => (
          <li key={capacity}>
            <a href={`/n/${negotiation}/as/${capacity}`}>{title}</a> · {person} ({roleName(role)})
          </li>
        ))}
      </ul>
      {office !== undefined && (
        <p>
          <a href={`/new/as/${office.capacity}`}>Begin a new negotiation from a text</a>
        </p>
      )}
    </main>
  )
}

import { newId } from '../../server/newId.ts'
import type { ActInput } from '../../shared/acts/Act.ts'
import { linkOf } from './roomSocket.ts'
import type { LaidNegotiation } from './serverProcess.ts'

/** Does an act as somebody of the party of this number; resolves when it is answered, rejects when it was not done. */
export async function postAct(url: string, laid: LaidNegotiation, seat: number, act: ActInput): Promise<void> {
  const headers = { authorization: `Bearer ${linkOf(laid, seat).token}` }
  const body = JSON.stringify({ key: newId(), ...act })
  const answer = await fetch(`${url}/api/negotiations/${laid.negotiation}/acts`, { method: 'POST', headers, body })
  const said = await answer.text()
  if (!answer.ok) throw new Error(`the act was not done: ${said}`)
}

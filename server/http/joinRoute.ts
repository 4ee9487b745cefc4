import { Hono } from 'hono'
import { capacityCookie } from '../gate/cookies.ts'
import type { ServerParts } from '../ServerParts.ts'
import { page } from './page.ts'

/** `GET /join/:token`, a printed link: gives the browser the cookie of the capacity and shows its negotiation. */
export function joinRoute({ gate, publicUrl }: ServerParts): Hono {
  return new Hono().get('/join/:token', c => {
    const token = c.req.param('token')
    const capacity = gate.open(token)
    c.header('Cache-Control', 'no-store')
    if (capacity === null) {
      return c.html(
        page('This link is not known', [
          'It may have been mistyped or cut off, or taken back since it was sent.',
          'Ask the Secretariat of your meeting for a new one.',
        ]),
        404,
      )
    }
    c.header('Set-Cookie', capacityCookie(capacity.capacity, token, publicUrl.startsWith('https:')))
    return c.redirect(`/n/${capacity.negotiation}/as/${capacity.capacity}`, 303)
  })
}

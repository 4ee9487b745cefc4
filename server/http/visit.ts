import type { Context } from 'hono'
import type { Visitor } from '../gate/Gate.ts'
import { isOwnOrigin } from '../gate/isOwnOrigin.ts'
import type { ServerParts } from '../ServerParts.ts'
import { refused } from './answers.ts'

/**
 * Who makes a request, or the answer to give instead: nobody is known, or the request would change something and was sent by
 * another site's page with the visitor's cookie.
 */
export function visit(c: Context, { gate, publicUrl }: ServerParts): Visitor | Response {
  const headers = headersOf(c)
  const visitor = gate.identify(headers, c.req.query('as') ?? null)
  if (visitor === null)
    return refused(c, 'not known', 'You are not known here. Open the link you were given, or ask for a new one.')
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isReading && visitor.by === 'cookie' && !isOwnOrigin(headers, publicUrl))
    return refused(c, 'not allowed', 'This request came from the page of another site.')
  return visitor
}

/** As `visit`, for what belongs to the negotiation in the address: another's people have no business there. */
export function visitNegotiation(c: Context, parts: ServerParts): Visitor | Response {
  const visitor = visit(c, parts)
  if (visitor instanceof Response || visitor.capacity.negotiation === c.req.param('negotiation')) return visitor
  return refused(c, 'not allowed', 'You have no part in this negotiation.')
}

function headersOf(c: Context) {
  const all = c.req.header()
  const kept: Record<string, string> = {}
  for (const name of ['authorization', 'cookie', 'origin', 'host', 'sec-fetch-site']) {
    const value = all[name]
    if (value !== undefined) kept[name] = value
  }
  return kept
}

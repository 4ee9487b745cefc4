import { type Context, Hono } from 'hono'
import { isPermitted } from '../../shared/acts/permissions.ts'
import { LONGEST_TEXT_CHARACTERS } from '../../shared/exchange/unreadableReason.ts'
import { newShelfTextSchema, shelfChangeSchema } from '../../shared/protocol/Shelf.ts'
import type { Visitor } from '../gate/Gate.ts'
import type { ServerParts } from '../ServerParts.ts'
import { refused } from './answers.ts'
import { readJson } from './readBody.ts'
import { visit } from './visit.ts'

// JSON writes some characters as six.
const MAX_TEXT_BYTES = 4 * LONGEST_TEXT_CHARACTERS
const MAX_DESCRIPTION_BYTES = 10_000

/** `/api/shelf`: the prior texts. Whoever has part in any negotiation reads them; the offices add, describe and remove them. */
export function shelfRoutes(parts: ServerParts): Hono {
  const { shelf, log } = parts
  return new Hono()
    .get('/api/shelf', c => {
      const visitor = visit(c, parts)
      return visitor instanceof Response ? visitor : c.json(shelf.contents())
    })
    .get('/api/shelf/:text', c => {
      const visitor = visit(c, parts)
      if (visitor instanceof Response) return visitor
      const id = c.req.param('text')
      const tag = shelf.tag(id)
      if (tag === null) return notThere(c)
      // Kept by the browser, but asked for each time: a way in may have been taken back meanwhile.
      c.header('Cache-Control', 'private, no-cache')
      c.header('ETag', `"${tag}"`)
      if (isKnown(c.req.header('if-none-match'), tag)) return c.body(null, 304)
      const json = shelf.textJson(id)
      c.header('Content-Type', 'application/json')
      return json === null ? notThere(c) : c.body(json)
    })
    .post('/api/shelf', async c => {
      const visitor = visitOffice(c, parts)
      if (visitor instanceof Response) return visitor
      const read = await readJson(c, newShelfTextSchema, MAX_TEXT_BYTES)
      if ('refused' in read) return refused(c, read.because, sentenceOf(read))
      const { person } = visitor.capacity
      const added = await shelf.add(read.value, { by: person, isRendering: false })
      if ('refused' in added) return refused(c, 'impossible', added.refused)
      log.info({ text: added.id, capacity: visitor.capacity.capacity }, 'a text was put on the shelf')
      return c.json(added)
    })
    .patch('/api/shelf/:text', async c => {
      const visitor = visitOffice(c, parts)
      if (visitor instanceof Response) return visitor
      const read = await readJson(c, shelfChangeSchema, MAX_DESCRIPTION_BYTES)
      if ('refused' in read) return refused(c, read.because, read.refused)
      const described = await shelf.describe(c.req.param('text'), read.value)
      if (described === null) return notThere(c)
      return 'refused' in described ? refused(c, 'impossible', described.refused) : c.json(described)
    })
    .delete('/api/shelf/:text', async c => {
      const visitor = visitOffice(c, parts)
      if (visitor instanceof Response) return visitor
      const removed = c.req.param('text')
      if (!(await shelf.remove(removed))) return notThere(c)
      log.info({ text: removed, capacity: visitor.capacity.capacity }, 'a text was taken off the shelf')
      return c.json({ removed })
    })
}

function visitOffice(c: Context, parts: ServerParts): Visitor | Response {
  const visitor = visit(c, parts)
  if (visitor instanceof Response || isPermitted(visitor.capacity.role, 'shelve')) return visitor
  return refused(c, 'not allowed', 'The shelf is kept by the facilitator and the Secretariat.')
}

function notThere(c: Context): Response {
  return refused(c, 'impossible', 'There is no such text on the shelf; it may have been replaced or removed.')
}

function sentenceOf({ because, refused }: { readonly because: string; readonly refused: string }): string {
  if (because !== 'too large') return refused
  return `A text may have up to ${LONGEST_TEXT_CHARACTERS.toLocaleString('en')} characters.`
}

/** Whether a tag is among those of `If-None-Match`; a proxy that packs answers may have made it weak. */
function isKnown(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some(one => one.trim().replace(/^W\//, '') === `"${tag}"`)
}

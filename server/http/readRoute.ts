import { Hono } from 'hono'
import { isPermitted } from '../../shared/acts/permissions.ts'
import { readText as readDocument } from '../../shared/exchange/readText.ts'
import { LONGEST_TEXT_CHARACTERS } from '../../shared/exchange/unreadableReason.ts'
import type { ServerParts } from '../ServerParts.ts'
import { refused } from './answers.ts'
import { readText } from './readBody.ts'
import { visit } from './visit.ts'

// No character of UTF-16 takes more than three bytes of UTF-8.
const MAX_BYTES = 3 * LONGEST_TEXT_CHARACTERS

/** `POST /api/read`: a text, as pasted, is read into blocks and notes for review. Nothing is kept. */
export function readRoute(parts: ServerParts): Hono {
  return new Hono().post('/api/read', async c => {
    const visitor = visit(c, parts)
    if (visitor instanceof Response) return visitor
    if (!isPermitted(visitor.capacity.role, 'invite'))
      return refused(c, 'not allowed', 'A new text is brought in by the facilitator or the Secretariat.')
    const body = await readText(c, MAX_BYTES)
    if (body === 'tooLarge')
      return refused(
        c,
        'too large',
        `A text may have up to ${LONGEST_TEXT_CHARACTERS.toLocaleString('en')} characters.`,
      )
    const read = readDocument(body.text)
    return 'refused' in read ? refused(c, 'impossible', read.refused) : c.json(read)
  })
}

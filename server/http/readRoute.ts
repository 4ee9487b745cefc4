import { Hono } from 'hono'
import { isPermitted } from '../../shared/acts/permissions.ts'
import { LARGEST_FILE_BYTES } from '../../shared/exchange/fileFormat.ts'
import { LONGEST_TEXT_CHARACTERS } from '../../shared/exchange/unreadableReason.ts'
import type { ServerParts } from '../ServerParts.ts'
import { refused } from './answers.ts'
import { readBytes } from './readBody.ts'
import { visit } from './visit.ts'

/**
 * `POST /api/read`: a text as pasted, or the bytes of a file (plain text, Word, PDF; its bytes tell which), is read into
 * blocks and notes for review. Nothing is kept. Whoever hangs up ends the reading.
 */
export function readRoute(parts: ServerParts): Hono {
  return new Hono().post('/api/read', async c => {
    const visitor = visit(c, parts)
    if (visitor instanceof Response) return visitor
    if (!isPermitted(visitor.capacity.role, 'invite'))
      return refused(c, 'not allowed', 'A new text is brought in by the facilitator or the Secretariat.')
    const bytes = await readBytes(c, LARGEST_FILE_BYTES)
    if (bytes === 'tooLarge') {
      const megabytes = LARGEST_FILE_BYTES / 1_000_000
      const characters = LONGEST_TEXT_CHARACTERS.toLocaleString('en')
      return refused(
        c,
        'too large',
        `A file may have up to ${megabytes} MB, and a text up to ${characters} characters.`,
      )
    }
    const read = await parts.documents.readJson(bytes, c.req.raw.signal)
    if ('refused' in read) return refused(c, 'impossible', read.refused)
    return c.body(read.json, 200, { 'Content-Type': 'application/json' })
  })
}

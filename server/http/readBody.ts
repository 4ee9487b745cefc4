import type { Context } from 'hono'
import type { z } from 'zod'

/** Twice as many as the longest text has with all its marks; each costs a microsecond to be taken apart and checked. */
const MOST_PARTS = 500_000
const [QUOTE, ESCAPE, COMMA, LIST, OBJECT] = Buffer.from('"\\,[{')

/** Reads a request's body. It is cut off past the limit, so that nothing larger is ever in memory; then `tooLarge`. */
export async function readBytes(c: Context, maxBytes: number): Promise<Uint8Array | 'tooLarge'> {
  const declared = Number(c.req.header('content-length') ?? 0)
  if (declared > maxBytes) return 'tooLarge'
  const { body } = c.req.raw
  if (body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > maxBytes) return 'tooLarge'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Reads a request's body as JSON of a form; otherwise says what is wrong with it. */
export async function readJson<T>(
  c: Context,
  schema: z.ZodType<T>,
  maxBytes: number,
): Promise<{ readonly value: T } | { readonly refused: string; readonly because: 'malformed' | 'too large' }> {
  const read = await readBytes(c, maxBytes)
  if (read === 'tooLarge') return { refused: `A request has at most ${maxBytes} bytes.`, because: 'too large' }
  if (hasManyParts(read)) return { refused: 'The request has more parts than any text has.', because: 'malformed' }
  const json = parse(Buffer.from(read).toString('utf8'))
  if (json === null) return { refused: 'The request is not JSON.', because: 'malformed' }
  const checked = schema.safeParse(json.value)
  if (checked.success) return { value: checked.data }
  const issue = checked.error.issues[0]
  const where = issue === undefined || issue.path.length === 0 ? 'The request' : issue.path.join('.')
  return { refused: `${where}: ${issue?.message ?? 'not understood'}.`, because: 'malformed' }
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

/** Whether JSON has so many members and lists, whatever stands in its strings, that taking it apart would hold the server up. */
function hasManyParts(json: Uint8Array): boolean {
  let parts = 0
  let isInString = false
  for (let at = 0; at < json.length && parts <= MOST_PARTS; at++) {
    const byte = json[at]
    if (byte === QUOTE) isInString = !isInString
    else if (isInString) at += byte === ESCAPE ? 1 : 0
    else if (byte === COMMA || byte === LIST || byte === OBJECT) parts++
  }
  return parts > MOST_PARTS
}

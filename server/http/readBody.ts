import type { Context } from 'hono'
import type { z } from 'zod'

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

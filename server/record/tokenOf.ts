import { createHash, createHmac } from 'node:crypto'

// 192 bits: 32 characters of base64url without padding, and far beyond guessing.
const TOKEN_BYTES = 24

/**
 * The token by which a capacity is held: whoever presents it acts in that capacity. Made again whenever it is to be shown, so
 * that it is kept nowhere; a new generation makes a new token. 32 characters of base64url.
 */
export function tokenOf(secret: Uint8Array, capacityId: string, generation: number): string {
  // The generation stands before the id, so that no other pair reads the same.
  const message = `adref capacity token 1\n${generation}\n${capacityId}`
  const code = createHmac('sha256', secret).update(message, 'utf8').digest()
  return code.subarray(0, TOKEN_BYTES).toString('base64url')
}

/** What the store keeps of a token: enough to know it again, of no use to whoever reads the store. 43 characters of base64url. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('base64url')
}

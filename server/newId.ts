import { randomBytes } from 'node:crypto'

// 120 bits: 20 characters, beyond colliding or guessing.
const ID_BYTES = 15

/** A random id: 20 characters of the URL alphabet, never beginning with two underscores (see isId). */
export function newId(): string {
  const id = randomBytes(ID_BYTES).toString('base64url')
  return id.startsWith('__') ? newId() : id
}

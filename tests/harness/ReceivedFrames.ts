import * as decoding from 'lib0/decoding'
import type { Page } from 'playwright-core'
import * as Y from 'yjs'

/** Every websocket frame a window receives from now on: what its holder could know, whatever the page shows. */
export class ReceivedFrames {
  readonly #frames: Buffer[] = []

  /** To be made before the window loads its page. */
  constructor(page: Page) {
    page.on('websocket', socket => {
      socket.on('framereceived', ({ payload }) => this.#frames.push(Buffer.from(payload)))
    })
  }

  get count(): number {
    return this.#frames.length
  }

  /** Whether the words came in: as they are in one frame, or letter by letter in the documents' updates. */
  contain(words: string): boolean {
    const bytes = Buffer.from(words, 'utf8')
    return this.#frames.some(frame => frame.includes(bytes)) || this.#letters().includes(words)
  }

  /** All text written by the updates received, in the order it came. */
  #letters(): string {
    return this.#frames.flatMap(lettersOf).join('')
  }
}

// y-protocols: a sync message (0) that brings structs is an answer (1) or an update (2).
function lettersOf(frame: Buffer): readonly string[] {
  const decoder = decoding.createDecoder(frame)
  const letters: string[] = []
  while (decoding.hasContent(decoder)) {
    if (decoding.readVarUint(decoder) !== 0) return letters
    const kind = decoding.readVarUint(decoder)
    const body = decoding.readVarUint8Array(decoder)
    if (kind === 0) continue
    for (const struct of Y.decodeUpdate(body).structs)
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) letters.push(struct.content.str)
  }
  return letters
}

import { once } from 'node:events'
import type WebSocket from 'ws'
import type * as Y from 'yjs'

/** Resolves when the condition holds, looking again after each change of the document. */
export function docWhen(doc: Y.Doc, condition: () => boolean): Promise<void> {
  if (condition()) return Promise.resolve()
  return new Promise(resolve => {
    const look = () => {
      if (!condition()) return
      doc.off('afterTransaction', look)
      resolve()
    }
    doc.on('afterTransaction', look)
  })
}

/** The states others show, as something that tells of changes: y-protocols' Awareness. */
interface Aware {
  getStates(): ReadonlyMap<number, Readonly<Record<string, unknown>>>
  on(event: 'change', look: () => void): void
  off(event: 'change', look: () => void): void
}

/** Resolves with the first state shown of which `pick` makes something. */
export function stateWhen<T>(
  awareness: Aware,
  pick: (state: Readonly<Record<string, unknown>>) => T | undefined,
): Promise<T> {
  return new Promise(resolve => {
    const look = () => {
      for (const state of awareness.getStates().values()) {
        const picked = pick(state)
        if (picked === undefined) continue
        awareness.off('change', look)
        resolve(picked)
        return
      }
    }
    awareness.on('change', look)
    look()
  })
}

/** How a socket was closed. */
export async function closed(socket: WebSocket): Promise<{ readonly code: number; readonly reason: string }> {
  const [code, reason] = await once(socket, 'close')
  return { code, reason: String(reason) }
}

/** Resolves when a socket is open. */
export async function opened(socket: WebSocket): Promise<WebSocket> {
  if (socket.readyState !== socket.OPEN) await once(socket, 'open')
  return socket
}

import type { z } from 'zod'
import { type Asked, understood } from './ask.ts'

export interface FileToSend<T> {
  readonly path: string
  readonly answers: z.ZodType<T>
  readonly file: Blob
  /** Aborting it ends the sending, and the server's work on the file. */
  readonly signal?: AbortSignal
  /** Called with the share of the file that is sent, from 0 to 1. */
  readonly onSent?: (share: number) => void
}

/** Sends the bytes of a file to the server and waits for its answer. Never throws; when cancelled it is `unreachable`. */
export function sendFile<T>({ path, answers, file, signal, onSent }: FileToSend<T>): Promise<Asked<T>> {
  return new Promise(resolve => {
    // fetch does not tell how much is sent.
    const request = new XMLHttpRequest()
    const fail = () => resolve({ is: 'unreachable' })
    request.upload.onprogress = ({ loaded, total }) => onSent?.(total === 0 ? 1 : loaded / total)
    request.upload.onload = () => onSent?.(1)
    request.onerror = fail
    request.onabort = fail
    request.onload = () => resolve(understood(request.status < 300, parsed(request.responseText), answers))
    if (signal?.aborted === true) {
      fail()
      return
    }
    signal?.addEventListener('abort', () => request.abort())
    request.open('POST', path)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

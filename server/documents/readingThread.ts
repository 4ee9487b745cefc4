import { parentPort } from 'node:worker_threads'
import { readDocument } from './readDocument.ts'

// The thread in which `DocumentReader` reads: bytes come in, a document or a refusal goes out.
if (parentPort === null) throw new Error('this file is run as a thread')
const port = parentPort
port.on('message', async (bytes: Uint8Array) => port.postMessage(await readDocument(bytes)))
port.postMessage('ready')

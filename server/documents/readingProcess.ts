import { Worker } from 'node:worker_threads'
import { readDocument } from './readDocument.ts'

// The process in which `DocumentReader` reads: bytes come in, a document or a refusal goes out. Its argument is how many bytes
// of memory it may take up beyond those it begins with.

/** Grown by more than this it is not used again: a heap gives little back. The library for PDFs alone takes half of it. */
const SPENT_BYTES = 400_000_000

const begunBytes = process.memoryUsage.rss()

// While it reads it hears of nothing; a thread watches its memory, and that the server it reads for is still there.
const watch = `
const { mostBytes, server } = require('node:worker_threads').workerData
const end = () => process.kill(process.pid, 'SIGKILL')
setInterval(() => (process.memoryUsage.rss() > mostBytes || process.ppid !== server) && end(), 50)`
new Worker(watch, {
  eval: true,
  execArgv: [],
  workerData: { mostBytes: begunBytes + Number(process.argv[2]), server: process.ppid },
}).unref()

process.on('message', async message => {
  const read = await readDocument(message instanceof Uint8Array ? message : new Uint8Array())
  const sent = 'refused' in read ? read : { json: JSON.stringify(read) }
  process.send?.({ read: sent, isSpent: process.memoryUsage.rss() > begunBytes + SPENT_BYTES })
})
process.send?.('ready')

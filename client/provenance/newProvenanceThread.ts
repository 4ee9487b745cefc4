import type { ProvenanceThread } from './Provenance.ts'
import type { ProvenanceAnswer } from './provenanceMessages.ts'

/** Starts the thread that holds the prior texts. `onBroken` is told when it cannot run: then nothing is marked and nothing found. */
export function newProvenanceThread(
  onAnswer: (answer: ProvenanceAnswer) => void,
  onBroken: () => void,
): ProvenanceThread {
  const worker = new Worker(new URL('./provenanceWorker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<ProvenanceAnswer>) => onAnswer(data))
  worker.addEventListener('error', onBroken)
  return { ask: question => worker.postMessage(question), end: () => worker.terminate() }
}

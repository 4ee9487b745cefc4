import type { ComparisonAnswer, ComparisonAsked } from './ComparisonMessages.ts'

/** The way to whoever compares, and back. */
export interface ComparisonPort {
  ask(asked: ComparisonAsked): void
  close(): void
}

/** What comes back: an answer to each question in turn, or word that no more will come. */
export interface ComparisonPortEvents {
  readonly onAnswer: (answer: ComparisonAnswer) => void
  readonly onBroken: () => void
}

/** Opens a worker of its own, so that comparing never holds up the page. */
export function openComparisonWorker({ onAnswer, onBroken }: ComparisonPortEvents): ComparisonPort {
  const worker = new Worker(new URL('./comparisonWorker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<ComparisonAnswer>) => onAnswer(data))
  worker.addEventListener('error', onBroken)
  worker.addEventListener('messageerror', onBroken)
  return { ask: asked => worker.postMessage(asked), close: () => worker.terminate() }
}

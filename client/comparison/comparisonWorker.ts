import { Comparer } from './Comparer.ts'
import type { ComparisonAsked } from './ComparisonMessages.ts'

const comparer = new Comparer(() => performance.now())

// The page opens this worker and nobody else speaks to it: what comes has this form.
addEventListener('message', ({ data }: MessageEvent<ComparisonAsked>) => {
  for (const answer of comparer.answers(data)) postMessage(answer)
})

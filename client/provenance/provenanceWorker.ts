import { ProvenanceDesk } from './ProvenanceDesk.ts'
import type { ProvenanceQuestion } from './provenanceMessages.ts'

// A thread of its own: reading hundreds of prior texts must not hold up a key.
const desk = new ProvenanceDesk()

addEventListener('message', ({ data }: MessageEvent<ProvenanceQuestion>) => {
  const answer = desk.answer(data)
  if (answer !== null) postMessage(answer)
})

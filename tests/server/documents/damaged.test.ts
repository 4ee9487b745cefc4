import { expect, test } from 'vitest'
import { DocumentReader } from '../../../server/documents/DocumentReader.ts'
import { meetingDraft } from '../../harness/meetingDraft.ts'
import { pdfFileOf } from '../../harness/pdfFileOf.ts'
import { SeededRandom } from '../../harness/SeededRandom.ts'
import { wordFileOf } from '../../harness/wordFileOf.ts'
import { readDocument } from '../../shared/exchange/readOutline.ts'

const FILES_OF_EACH = 40
const MOST_DAMAGES = 30

test('R87: a file damaged at any place is read or refused with a sentence, and a damaged Word file is never read otherwise without a word about it', async () => {
  const draft = readDocument(meetingDraft)
  const seed = Math.floor(Math.random() * 1e9)
  const random = new SeededRandom(seed)
  const reader = new DocumentReader()
  const words = (await wordFileOf(draft)).slice()
  // Without warnings, so that a damaged one has none or says what it lost.
  const whole = JSON.stringify(await reader.read(words))
  for (const file of [words, await pdfFileOf(draft)]) {
    for (let nth = 0; nth < FILES_OF_EACH; nth++) {
      const damaged = Uint8Array.from(file)
      for (let hits = 1 + random.below(MOST_DAMAGES); hits > 0; hits--) {
        // The first bytes say what kind of file it is.
        damaged[8 + random.below(damaged.length - 8)] = random.below(256)
      }
      const read = await reader.read(damaged)
      if ('refused' in read) expect(read.refused, `seed ${seed}`).toMatch(/^[A-Z].+\.$/)
      else if (file === words && read.warnings.length === 0) expect(JSON.stringify(read), `seed ${seed}`).toBe(whole)
    }
  }
  await reader.close()
})

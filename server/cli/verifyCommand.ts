import { type RecordVerdict, verifyRecord } from '../record/verifyRecord.ts'
import type { CommandIo } from './CommandIo.ts'
import { withStoredData } from './withStoredData.ts'

/** `adref verify`: proves every negotiation's record from its first act on. Returns 0, or 1 when one does not hold. */
export function verifyCommand(dataDir: string, io: CommandIo): number {
  const found = withStoredData(dataDir, ({ register, record }) =>
    register.listNegotiations().map(({ id, title }) => {
      const verdict = verifyRecord(id, record.read(id, 1))
      io.write(`${title} (${id}): ${sentenceOf(verdict)}\n`)
      return verdict.intact
    }),
  )
  if ('refused' in found) {
    io.fail(`${found.refused}\n`)
    return 1
  }
  return found.every(isIntact => isIntact) ? 0 : 1
}

function sentenceOf(verdict: RecordVerdict): string {
  if (!verdict.intact) return `NOT INTACT at act ${verdict.atSeq}. ${verdict.sentence}`
  return `intact, ${verdict.seq} ${verdict.seq === 1 ? 'act' : 'acts'}, head ${verdict.head}`
}

import { type RecordHead, type RecordVerdict, verifyRecord } from '../record/verifyRecord.ts'
import type { CommandIo } from './CommandIo.ts'
import { withStoredData } from './withStoredData.ts'

const usage = 'Give a negotiation, a sequence and the head that was answered with it, or nothing.'

/** A head that somebody was answered and has kept, of which negotiation. */
interface KeptHead extends RecordHead {
  readonly negotiation: string
}

/**
 * `adref verify [NEGOTIATION SEQUENCE HEAD]`: proves every negotiation's record from its first act on; with a head that somebody
 * has kept, also that the record still ends there or goes on from it. Returns 0, 1 when one does not hold, 2 when not understood.
 */
export function verifyCommand(args: readonly string[], dataDir: string, io: CommandIo): number {
  const kept = readKept(args)
  if (kept === 'not understood') {
    io.fail(`${usage}\n`)
    return 2
  }
  const found = withStoredData(dataDir, ({ register, record }) => {
    const negotiations = register.listNegotiations()
    if (kept !== null && !negotiations.some(({ id }) => id === kept.negotiation))
      return { refused: `There is no negotiation ${kept.negotiation} in ${dataDir}.` }
    return negotiations.map(({ id, title }) => {
      const verdict = verifyRecord(id, record.read(id, 1), kept?.negotiation === id ? [kept] : [])
      io.write(`${title} (${id}): ${sentenceOf(verdict)}\n`)
      return verdict.intact
    })
  })
  if ('refused' in found) {
    io.fail(`${found.refused}\n`)
    return 1
  }
  return found.every(isIntact => isIntact) ? 0 : 1
}

function readKept(args: readonly string[]): KeptHead | null | 'not understood' {
  if (args.length === 0) return null
  const [negotiation, sequence, hash, ...more] = args
  const seq = Number(sequence)
  if (negotiation === undefined || hash === undefined || more.length > 0) return 'not understood'
  return Number.isSafeInteger(seq) && seq > 0 && /^[0-9a-f]{64}$/.test(hash)
    ? { negotiation, seq, hash }
    : 'not understood'
}

function sentenceOf(verdict: RecordVerdict): string {
  if (!verdict.intact) return `NOT INTACT at act ${verdict.atSeq}. ${verdict.sentence}`
  return `intact, ${verdict.seq} ${verdict.seq === 1 ? 'act' : 'acts'}, head ${verdict.head}`
}

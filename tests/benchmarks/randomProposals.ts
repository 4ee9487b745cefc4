import type { TableWrite } from '../../shared/acts/TableWrite.ts'
import { wasAt } from '../../shared/desk/was.ts'
import { anchorAt } from '../../shared/table/Anchor.ts'
import { blockHost, type Host, proposalHost } from '../../shared/table/Host.ts'
import { type PartyId, partyId, proposalId } from '../../shared/table/ids.ts'
import type { Proposal } from '../../shared/table/Proposal.ts'
import type { Table } from '../../shared/table/Table.ts'
import { plainWords, readWords } from '../../shared/table/words.ts'
import type { SeededRandom } from '../harness/SeededRandom.ts'

export const partyCount = 12

/** The parties of the benchmarks, P1 to P12. */
export const benchmarkParties = Array.from({ length: partyCount }, (_, index) => ({
  id: partyId(`P${index + 1}`),
  name: `Party ${index + 1}`,
  short: `P${index + 1}`,
  kind: 'state' as const,
}))

const vocabulary =
  'all relevant and urgent measures, as appropriate, within their mandates, with full respect for law'.split(' ')

/** The paragraphs and sub-paragraphs of a table: what proposals are written on. */
export function paragraphHosts(table: Table): readonly Host[] {
  return table.order().flatMap(id => (/paragraph$/.test(table.block(id)?.kind ?? '') ? [blockHost(id)] : []))
}

/**
 * Writes so many proposals on these texts, at random places and of random parties: insertions, replacements and strikes of a few
 * words. Their ids begin with `name`. The places are of the table as it is, so nested ones need a second call.
 */
export function randomProposals(
  table: Table,
  random: SeededRandom,
  hosts: readonly Host[],
  count: number,
  name: string,
): readonly TableWrite[] {
  return Array.from({ length: count }, (_, index): TableWrite => {
    const host = random.pick(hosts)
    const text = table.text(host)
    if (text === null) throw new Error(`no text at ${host}`)
    const { text: words } = readWords(text)
    const kind = random.pick(['insert', 'insert', 'replace', 'replace', 'strike'] as const)
    const start = wordStart(words, random.below(words.length + 1))
    const end = kind === 'insert' ? start : wordStart(words, Math.min(words.length, start + 4 + random.below(30)))
    const isInsertion = start === end
    const proposal: Omit<Proposal, 'text'> = {
      id: proposalId(`${name}${index.toString(36).padStart(5, '0')}`),
      party: partyOf(random),
      enteredBy: null,
      bridging: false,
      change: {
        is: 'words',
        host,
        start: anchorAt(text, start, isInsertion ? 'after' : 'before'),
        end: anchorAt(text, end, 'after'),
        order: `a${index.toString(36).padStart(5, '0')}V`,
        basis: 0,
        was: wasAt(words, start, end),
      },
      origin: [],
      group: null,
      reason: null,
      tabledAt: index + 1,
      label: null,
      standing: { is: 'open' },
    }
    return {
      write: 'add proposal',
      proposal,
      words: plainWords(kind === 'strike' && !isInsertion ? '' : phrase(random)),
    }
  })
}

/** The hosts of the proposals that such writes add and that have words to be written on. */
export function hostsAdded(writes: readonly TableWrite[]): readonly Host[] {
  return writes.flatMap(write =>
    write.write === 'add proposal' && write.words.text !== '' ? [proposalHost(write.proposal.id)] : [],
  )
}

function partyOf(random: SeededRandom): PartyId {
  return random.pick(benchmarkParties).id
}

function phrase(random: SeededRandom): string {
  return ` ${Array.from({ length: 2 + random.below(8) }, () => random.pick(vocabulary)).join(' ')}`
}

/** Back to where a word begins, as people select; note marks stay where they are. */
function wordStart(words: string, at: number): number {
  return Math.max(0, words.lastIndexOf(' ', at))
}

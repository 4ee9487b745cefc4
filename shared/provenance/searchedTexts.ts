import type { Passage } from '../projection/project.ts'
import { type Host, hostParts, proposalHost } from '../table/Host.ts'
import type { ProposalId } from '../table/ids.ts'

/** What is needed of a passage; unlike the whole, it can be sent to another thread. */
export type SearchedPassage = Pick<Passage, 'text' | 'host' | 'inserted' | 'struck'>

/** A reading of one text of the sheet that is searched for agreed language, and where its words are shown. */
export interface SearchedText {
  /** The proposal whose words it has in their place, with those it is nested in; null: the text's own words, struck or not. */
  readonly record: ProposalId | null
  readonly text: string
  /** In order; joined, their words are the text. */
  readonly pieces: readonly SearchedPiece[]
}

export interface SearchedPiece {
  /** UTF-16 offsets in the searched text. */
  readonly from: number
  readonly to: number
  /** Where it begins in the text as shown, with everything proposed in it. */
  readonly shown: number
  /** Whether what is found here is this reading's to say: the proposal's own words, or the text's own. */
  readonly isOwn: boolean
}

/** The readings of the text at a host: its own words, then each proposal in it as it would read if it was taken. */
export function searchedTexts(host: Host, passages: readonly SearchedPassage[]): readonly SearchedText[] {
  const chains = new Map<ProposalId, readonly ProposalId[]>()
  for (const { host: at, inserted } of passages) {
    const parts = hostParts(at)
    if (parts.is === 'proposal' && at !== host && !chains.has(parts.id)) chains.set(parts.id, inserted)
  }
  const own = reading(passages, host, null, new Set(), host)
  const taken = [...chains].map(([id, chain]) => reading(passages, host, id, new Set(chain), proposalHost(id)))
  return [own, ...taken]
}

/** The words at the host, without what `chain` strikes and with what it inserts. */
function reading(
  passages: readonly SearchedPassage[],
  host: Host,
  record: ProposalId | null,
  chain: ReadonlySet<ProposalId>,
  own: Host,
): SearchedText {
  const pieces: SearchedPiece[] = []
  let text = ''
  let shown = 0
  for (const passage of passages) {
    const parts = hostParts(passage.host)
    const isIn = passage.host === host || (parts.is === 'proposal' && chain.has(parts.id))
    if (isIn && passage.text !== '' && !passage.struck.some(id => chain.has(id))) {
      const from = text.length
      text += passage.text
      pieces.push({ from, to: text.length, shown, isOwn: passage.host === own })
    }
    shown += passage.text.length
  }
  return { record, text, pieces }
}

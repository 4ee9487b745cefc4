import type { Passage } from '../projection/project.ts'
import type { Sheet } from '../projection/Sheet.ts'
import type { PartyId, ProposalId } from '../table/ids.ts'
import { joinWords, readWords } from '../table/words.ts'

/** What stands behind the dash in a bracket: parties, and what they ask (no verb: propose or support). */
export interface TailPart {
  readonly parties: readonly { readonly id: PartyId; readonly entered: boolean }[]
  readonly verb: '' | 'delete' | 'retain' | 'reserve'
}

/** A printed text piece by piece, in reading order: words, and the marks of the brackets around them (D11). */
export type BracketToken =
  | { readonly is: 'words'; readonly passage: Passage; readonly depth: number }
  | { readonly is: 'open'; readonly records: readonly ProposalId[]; readonly depth: number }
  | { readonly is: 'slash'; readonly depth: number }
  | {
      readonly is: 'tail'
      readonly parts: readonly TailPart[]
      readonly record: ProposalId | null
      readonly depth: number
    }
  | { readonly is: 'close'; readonly depth: number }

/**
 * The brackets of a projected text, in the notation of negotiating texts (D11): words struck by several parties once, rival
 * replacements of the same words as alternatives in one bracket, everything else in a bracket of its own. The same tokens
 * make the editor's screen, the print and a card.
 */
export function bracketTokens(sheet: Sheet, passages: readonly Passage[]): readonly BracketToken[] {
  const tokens: BracketToken[] = []
  writeLevel(sheet, elementsOf(passages, 0), 0, tokens)
  return tokens
}

type Element =
  | { readonly is: 'words'; readonly passage: Passage }
  | { readonly is: 'inserted'; readonly record: ProposalId; readonly inside: readonly Passage[] }

function elementsOf(passages: readonly Passage[], level: number): readonly Element[] {
  const elements: Element[] = []
  let index = 0
  while (index < passages.length) {
    const passage = passages[index]
    if (passage === undefined) break
    const step = passage.path[level]
    if (step === undefined) {
      if (passage.text !== '') {
        const last = elements.at(-1)
        // A record with no words of its own leaves a cut in the text it stands in, and no bracket.
        if (last?.is === 'words' && goesOn(last.passage, passage))
          elements[elements.length - 1] = {
            is: 'words',
            passage: { ...last.passage, ...joinWords([last.passage, passage]) },
          }
        else elements.push({ is: 'words', passage })
      }
      index++
      continue
    }
    const { id } = step.record
    let end = index
    while (passages[end]?.path[level]?.record.id === id) end++
    const inside = passages.slice(index, end)
    if (inside.some(({ text }) => text !== '')) elements.push({ is: 'inserted', record: id, inside })
    index = end
  }
  return elements
}

function goesOn(before: Passage, after: Passage): boolean {
  if (before.host !== after.host || before.offset + before.text.length !== after.offset) return false
  return before.struck.join() === after.struck.join()
}

function writeLevel(sheet: Sheet, elements: readonly Element[], depth: number, tokens: BracketToken[]): void {
  const replacing = new Set(elements.flatMap(element => (element.is === 'inserted' ? [element.record] : [])))
  const spread = spreadRecords(elements)
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index]
    if (element === undefined) return
    if (element.is === 'inserted') {
      tokens.push({ is: 'open', records: [element.record], depth })
      writeInserted(sheet, element, depth, tokens)
      tokens.push({ is: 'close', depth })
      continue
    }
    const { passage } = element
    if (passage.struck.length === 0) {
      tokens.push({ is: 'words', passage, depth })
      continue
    }
    const alternatives: Extract<Element, { is: 'inserted' }>[] = []
    for (let next = elements[index + 1]; next?.is === 'inserted' && passage.struck.includes(next.record); ) {
      alternatives.push(next)
      next = elements[index + 1 + alternatives.length]
    }
    const replacements = passage.struck.filter(id => replacing.has(id))
    const isWhole = replacements.every(id => !spread.has(id) && alternatives.some(({ record }) => record === id))
    const together = isWhole ? alternatives : []
    const deleting = passage.struck.filter(id => !together.some(({ record }) => record === id))
    tokens.push({ is: 'open', records: passage.struck, depth })
    tokens.push({ is: 'words', passage, depth })
    tokens.push({ is: 'tail', parts: struckTail(sheet, passage.struck, deleting), record: null, depth })
    for (const alternative of together) {
      tokens.push({ is: 'slash', depth })
      writeInserted(sheet, alternative, depth, tokens)
    }
    tokens.push({ is: 'close', depth })
    index += together.length
  }
}

function writeInserted(
  sheet: Sheet,
  { record, inside }: Extract<Element, { is: 'inserted' }>,
  depth: number,
  tokens: BracketToken[],
): void {
  writeLevel(
    sheet,
    elementsOf(inside, (inside[0]?.path.findIndex(step => step.record.id === record) ?? 0) + 1),
    depth + 1,
    tokens,
  )
  tokens.push({ is: 'tail', parts: insertedTail(sheet, record), record, depth })
}

/** Records that strike more than one stretch of this text: their words cannot be an alternative to one of them. */
function spreadRecords(elements: readonly Element[]): ReadonlySet<ProposalId> {
  const seen = new Set<ProposalId>()
  const spread = new Set<ProposalId>()
  for (const element of elements) {
    if (element.is !== 'words') continue
    for (const id of element.passage.struck) (seen.has(id) ? spread : seen).add(id)
  }
  return spread
}

/** Behind inserted words: who proposes and supports them, then who wants them out or reserves (D11). */
export function insertedTail(sheet: Sheet, id: ProposalId): readonly TailPart[] {
  return [
    part([proposer(sheet, id), ...takers(sheet, id, 'support')], ''),
    part(takers(sheet, id, 'delete'), 'delete'),
    part(takers(sheet, id, 'reserve'), 'reserve'),
  ].filter(({ parties }) => parties.length > 0)
}

/** Behind struck words: who wants them kept, who wants them out. */
function struckTail(sheet: Sheet, struck: readonly ProposalId[], deleting: readonly ProposalId[]): readonly TailPart[] {
  const strikers = deleting
    .toSorted((a, b) => tabledAt(sheet, a) - tabledAt(sheet, b))
    .flatMap(id => [proposer(sheet, id), ...takers(sheet, id, 'support')])
  return [
    part(
      struck.flatMap(id => takers(sheet, id, 'retain')),
      'retain',
    ),
    part(strikers, 'delete'),
    part(
      deleting.flatMap(id => takers(sheet, id, 'reserve')),
      'reserve',
    ),
  ].filter(({ parties }) => parties.length > 0)
}

type Named = TailPart['parties'][number]

function part(parties: readonly (Named | null)[], verb: TailPart['verb']): TailPart {
  const named = new Map<PartyId, Named>()
  for (const party of parties) if (party !== null && !named.has(party.id)) named.set(party.id, party)
  return { parties: [...named.values()], verb }
}

function proposer(sheet: Sheet, id: ProposalId): Named | null {
  const record = sheet.record(id)
  return record === null ? null : { id: record.party, entered: (record.proposal?.enteredBy ?? null) !== null }
}

/** The untabled come last: they print when they are tabled. */
function tabledAt(sheet: Sheet, id: ProposalId): number {
  return sheet.table.proposal(id)?.tabledAt ?? Number.POSITIVE_INFINITY
}

function takers(sheet: Sheet, id: ProposalId, kind: string): readonly Named[] {
  const proposal = sheet.table.proposal(id)
  if (proposal === null) return []
  const words = readWords(proposal.text).text
  return sheet.table
    .stancesOn(id)
    .filter(stance => stance.kind === kind && stance.words === words)
    .map(({ party }) => ({ id: party, entered: false }))
}

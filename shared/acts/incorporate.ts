import { isDisturbed } from '../desk/was.ts'
import { followAnchor } from '../projection/followAnchor.ts'
import { orderBetween } from '../projection/order.ts'
import { outline } from '../projection/outline.ts'
import type { Passage } from '../projection/project.ts'
import type { PlacedRecord, Sheet } from '../projection/Sheet.ts'
import type { BlockChange, LandedWords, PieceChange, PlaceBefore, TextChange } from '../table/Decision.ts'
import { blockHost, type Host, proposalHost } from '../table/Host.ts'
import { type BlockId, blockId, decisionId, type ProposalId } from '../table/ids.ts'
import { runsOf } from '../table/runsOf.ts'
import { joinWords, plainWords, readWords, sliceWords, type Words } from '../table/words.ts'
import type { Actor } from './Actor.ts'
import type { Performed, Tools } from './Performed.ts'
import { type Incorporation, type Landed, objectingParties, planIncorporation } from './planIncorporation.ts'
import { isRefusal, type Refusal, refuse } from './Refusal.ts'
import type { TableWrite } from './TableWrite.ts'

/**
 * Incorporates proposals into the draft, if the words before and after are still exactly those the decider was shown. Open
 * nested proposals move along; rivals on the same words close as superseded, kept with their supporters.
 */
export function incorporate(
  sheet: Sheet,
  chosen: readonly ProposalId[],
  shown: readonly TextChange[],
  actor: Actor,
  tools: Tools,
): Performed | Refusal {
  const plan = planIncorporation(sheet, chosen)
  if (isRefusal(plan)) return plan
  if (!sameTexts(plan.texts, shown))
    return refuse(
      'moved on',
      'The text has changed since this preview was made. Nothing was decided; look at the new preview.',
    )
  const id = decisionId(tools.newId())
  const basis = sheet.table.roots.decisions.length
  const writes: TableWrite[] = []
  const pieces: PieceChange[] = []
  const blocks: BlockChange[] = []
  for (const landed of plan.landed) {
    if (landed.is === 'words') pieces.push(landWords(sheet, landed, basis, writes, chosen))
    else blocks.push(landParagraph(sheet, landed, basis, writes, chosen, blockId(tools.newId())))
  }
  for (const proposal of new Set(chosen))
    writes.push({ write: 'standing', id: proposal, standing: { is: 'incorporated', decision: id } })
  for (const proposal of plan.superseded)
    writes.push({ write: 'standing', id: proposal, standing: { is: 'superseded', decision: id } })
  const { at, person, capacity } = { at: tools.now, ...actor }
  writes.push({
    write: 'decision',
    decision: {
      is: 'incorporate',
      id,
      at,
      person,
      capacity,
      proposals: [...new Set(chosen)],
      superseded: plan.superseded,
      objecting: objectingParties(plan.objections),
      texts: plan.texts,
      pieces: afterAll(pieces),
      blocks,
      places: placesBefore(sheet, plan),
    },
  })
  return { writes, ids: [id] }
}

function landWords(
  sheet: Sheet,
  { host, record, passages, seams }: Extract<Landed, { is: 'words' }>,
  basis: number,
  writes: TableWrite[],
  chosen: readonly ProposalId[],
): PieceChange {
  const text = sheet.text(host)
  if (text === null) throw new Error(`no text at ${host}`)
  const content = contentOf(passages, seams.trimEnd)
  const insert = joinWords([plainWords(seams.addBefore), content.words, plainWords(seams.addAfter)])
  const now = readWords(text)
  // Inserted behind the struck words, so that what others insert before them stays before.
  if (seams.end > record.end)
    writes.push({
      write: 'splice',
      host,
      splice: { at: record.end, remove: seams.end - record.end, insert: plainWords('') },
    })
  writes.push({ write: 'splice', host, splice: { at: seams.start, remove: record.end - seams.start, insert } })
  const base = seams.start + seams.addBefore.length
  const landed = content.pieces.map(piece => ({ ...piece, at: piece.at + seams.addBefore.length }))
  forwardPieces(sheet, host, base, content.pieces, writes)
  if (insert.text !== '')
    writes.push({
      write: 'landing',
      host,
      start: seams.start,
      end: seams.start + insert.text.length,
      after: followAnchor(sheet.table, record.change.host, record.change.end).anchor,
      order: record.change.order,
      basis,
    })
  const here = sheet.records(host).filter(other => other.end === record.end && other.id !== record.id)
  moveNested(sheet, host, base, content, basis, writes, chosen, here)
  return {
    host,
    at: seams.start,
    removed: sliceWords(now, seams.start, seams.end),
    removedIds: runsOf(text, seams.start, seams.end - seams.start),
    inserted: insert.text.length,
    landed,
  }
}

function landParagraph(
  sheet: Sheet,
  { record, passages }: Extract<Landed, { is: 'paragraph' }>,
  basis: number,
  writes: TableWrite[],
  chosen: readonly ProposalId[],
  id: BlockId,
): BlockChange {
  const own = proposalHost(record.id)
  let after: BlockId | null = null
  for (const item of outline(sheet)) {
    if (item.host === own) break
    if (item.is === 'block') after = item.block.id
  }
  const whole = joinWords(passages).text
  const content = contentOf(passages, whole.length - whole.trimEnd().length, whole.length - whole.trimStart().length)
  const { kind } = record.change
  const label = record.proposal?.label ?? ''
  const level = kind === 'subparagraph' ? 1 : 0
  const host = blockHost(id)
  writes.push({
    write: 'add block',
    block: { id, kind, label, level, status: 'open', from: record.id },
    words: content.words,
    italics: [],
    after,
  })
  forwardPieces(sheet, host, 0, content.pieces, writes)
  moveNested(sheet, host, 0, content, basis, writes, chosen, [])
  return { block: id, landed: content.pieces }
}

interface Content {
  readonly words: Words
  readonly pieces: readonly {
    readonly from: Host
    readonly offset: number
    readonly length: number
    readonly at: number
  }[]
}

function contentOf(passages: readonly Passage[], trimEnd: number, trimStart = 0): Content {
  const whole = joinWords(passages)
  const words = sliceWords(whole, trimStart, whole.text.length - trimEnd)
  const pieces: LandedWords[] = []
  let at = -trimStart
  for (const { host, offset, text } of passages) {
    const from = Math.max(0, -at)
    const length = Math.min(text.length, words.text.length - at) - from
    if (length > 0) pieces.push({ from: host, offset: offset + from, length, at: at + from })
    at += text.length
  }
  return { words, pieces }
}

function forwardPieces(
  sheet: Sheet,
  to: Host,
  base: number,
  pieces: readonly LandedWords[],
  writes: TableWrite[],
): void {
  for (const { from, offset, length, at } of pieces) {
    const source = sheet.text(from)
    if (source === null) throw new Error(`no text at ${from}`)
    writes.push({ write: 'forward', from, runs: runsOf(source, offset, length), to, toOffset: base + at })
  }
}

/** Nested proposals that were not taken go where their words went; at the edges they keep between those and what stood around. */
function moveNested(
  sheet: Sheet,
  to: Host,
  base: number,
  content: Content,
  basis: number,
  writes: TableWrite[],
  chosen: readonly ProposalId[],
  around: readonly PlacedRecord[],
): void {
  const hosts = new Set(content.pieces.map(({ from }) => from))
  let lowest = around.at(-1)?.change.order ?? null
  for (const host of hosts) {
    const text = readWords(sheet.text(host) ?? failed(host)).text
    for (const record of sheet.records(host)) {
      if (chosen.includes(record.id)) continue
      const start = base + landedOffset(content, host, record.start, record.start < record.end ? 'before' : 'after')
      const end = Math.max(start, base + landedOffset(content, host, record.end, 'after'))
      const atEdge = start === end && start === base && around.length > 0
      if (atEdge) lowest = orderBetween(lowest, null, record.id)
      const order = atEdge && lowest !== null ? lowest : record.change.order
      const was = isDisturbed(record.change.was, text, record.start, record.end) ? record.change.was : null
      writes.push({ write: 'place', id: record.id, host: to, start, end, order, basis: basis + 1, was })
    }
  }
}

/** Where a place of a proposal's text is in what landed: by the character before it (or, for the start of a strike, after it). */
function landedOffset({ pieces }: Content, host: Host, index: number, side: 'before' | 'after'): number {
  let nearest = 0
  for (const { from, offset, length, at } of pieces) {
    if (from !== host) continue
    const inside = index - offset
    if (side === 'before' && inside >= 0 && inside < length) return at + inside
    if (side === 'after' && inside > 0 && inside <= length) return at + inside
    if (inside >= length) nearest = at + length
    else if (inside <= 0 && nearest === 0) nearest = at
  }
  return nearest
}

/** Offsets of the pieces in the text as it reads when all are made: they were made from the last to the first. */
function afterAll(pieces: readonly PieceChange[]): readonly PieceChange[] {
  return pieces.map((piece, index) => {
    const earlier = pieces.slice(index + 1).filter(other => other.host === piece.host)
    const shift = earlier.reduce((sum, { inserted, removed }) => sum + inserted - removed.text.length, 0)
    return { ...piece, at: piece.at + shift }
  })
}

function placesBefore(sheet: Sheet, plan: Incorporation): readonly PlaceBefore[] {
  // Only those that touch the words that go: any other keeps to its characters, and to its order among its neighbours.
  const touching = plan.landed.flatMap(landed =>
    landed.is === 'words'
      ? sheet.records(landed.host).filter(({ start, end }) => start <= landed.seams.end && end >= landed.seams.start)
      : [],
  )
  const ids = new Set([...plan.moved, ...touching.map(({ id }) => id)])
  return [...ids].flatMap(id => {
    const change = sheet.record(id)?.change
    return change?.is === 'words' ? [{ id, change }] : []
  })
}

function sameTexts(a: readonly TextChange[], b: readonly TextChange[]): boolean {
  if (a.length !== b.length) return false
  return a.every(text => b.some(o => o.host === text.host && o.before === text.before && o.after === text.after))
}

function failed(host: Host): never {
  throw new Error(`no text at ${host}`)
}

import * as Y from 'yjs'
import { applyWrites } from '../../shared/acts/applyWrites.ts'
import { layDraft } from '../../shared/acts/layDraft.ts'
import type { ReadDocument } from '../../shared/exchange/ReadDocument.ts'
import { cardsOf } from '../../shared/projection/cardsOf.ts'
import { outline } from '../../shared/projection/outline.ts'
import { project } from '../../shared/projection/project.ts'
import { Sheet } from '../../shared/projection/Sheet.ts'
import { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import { blockHost, type Host, proposalHost } from '../../shared/table/Host.ts'
import { Table } from '../../shared/table/Table.ts'
import { readWords } from '../../shared/table/words.ts'
import { SeededRandom } from '../harness/SeededRandom.ts'
import type { Figure } from './Figure.ts'
import { layBusyTable } from './layBusyTable.ts'
import { percentile } from './percentile.ts'
import { benchmarkParties, paragraphHosts, randomProposals } from './randomProposals.ts'

/** As many as a draft of this length collects in a hard negotiation. */
const openingProposals = 300
/** Far more than any: what shows whether something grows faster than the text. */
const manyProposals = 3_000
const repeats = 7

/** Opening a busy text from its document's state, and projecting far more proposals than one meets; in this process, no browser. */
export async function projectionBenchmark(document: ReadDocument): Promise<readonly Figure[]> {
  const plain = Y.encodeStateAsUpdate(layTable(document).doc)
  const busyTable = layTable(document)
  await layBusyTable(busyTable, openingProposals, writes => applyWrites(busyTable, writes))
  const busy = Y.encodeStateAsUpdate(busyTable.doc)
  // The first rounds are of a program still cold.
  medianMs(() => allCards(open(busy)))
  const opened = medianMs(() => open(busy))
  const openedPlain = medianMs(() => open(plain))
  const cards = medianMs(() => allCards(open(busy)))
  const { doc } = busyTable
  return [
    {
      what: `Document, table, sheet and its projection, ${openingProposals} proposals`,
      value: opened,
      unit: 'ms',
      against: { what: 'the text with none', value: openedPlain },
    },
    { what: 'The same, and every card', value: cards, unit: 'ms', against: { what: 'without cards', value: opened } },
    {
      what: 'State of that table, as sent',
      value: Y.encodeStateAsUpdate(doc).length / 1000,
      unit: 'kB',
      against: { what: 'the text with none', value: plain.length / 1000 },
    },
    ...sweeping(document, 'on one paragraph', hosts => hosts.slice(0, 1)),
    ...sweeping(document, 'spread over the text', hosts => hosts),
  ]
}

function sweeping(
  document: ReadDocument,
  where: string,
  choose: (hosts: readonly Host[]) => readonly Host[],
): Figure[] {
  const table = layTable(document)
  const hosts = choose(longestFirst(table))
  applyWrites(table, randomProposals(table, new SeededRandom(3), hosts, manyProposals, 'many'))
  const sheet = new Sheet(table, null, null)
  const roots = table.order().map(blockHost)
  const projected = medianMs(() => {
    for (const host of roots) project(sheet, host)
  })
  const read = medianMs(() => {
    for (const host of roots) readWords(table.text(host) ?? missing(host))
  })
  // Once: it takes long, which is what it shows.
  const naive = timedMs(() => {
    for (const host of roots) {
      const letters = naiveText(sheet, host)
      if (
        letters !==
        project(sheet, host)
          .map(({ text }) => text)
          .join('')
      )
        throw new Error('the two read differently')
    }
  })
  return [
    {
      what: `project() of ${manyProposals} proposals ${where}`,
      value: projected,
      unit: 'ms',
      against: { what: 'filtering all records at each cut', value: naive },
    },
    {
      what: '',
      value: projected,
      unit: 'ms',
      against: { what: 'reading the text without proposals', value: read },
    },
  ]
}

/** What `project` would be without its sweep: at each cut, all records are looked through. */
function naiveText(sheet: Sheet, host: Host): string {
  const text = sheet.text(host)
  if (text === null) return ''
  const { text: words } = readWords(text)
  const records = sheet.records(host)
  const cuts = [...new Set([0, words.length, ...records.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  let shown = ''
  let at = 0
  for (const cut of cuts) {
    const struck = records.filter(({ start, end }) => start <= at && end >= cut && start < end).map(({ id }) => id)
    struck.sort()
    shown += words.slice(at, cut)
    for (const { id } of records.filter(({ end }) => end === cut)) shown += naiveText(sheet, proposalHost(id))
    at = cut
  }
  return shown
}

function layTable(document: ReadDocument): Table {
  const table = new Table(new Y.Doc())
  const parties = benchmarkParties.map((party, ink) => ({ ...party, ink }))
  const procedure = { title: '', symbol: null, tabling: 'as typed', labels: 'running', floor: null } as const
  let count = 0
  applyWrites(
    table,
    layDraft(document, parties, procedure, () => `id${count++}`),
  )
  return table
}

function open(state: Uint8Array): ShownSheet {
  const doc = new Y.Doc()
  const table = new Table(doc)
  const shown = new ShownSheet(new Sheet(table, null, null))
  Y.applyUpdate(doc, state)
  shown.refresh()
  return shown
}

function allCards(shown: ShownSheet): number {
  let count = 0
  for (const { host } of outline(shown.sheet)) {
    const label = shown.labels.get(host)?.full ?? ''
    count += cardsOf(shown.sheet, { host, label, passages: shown.passages(host) }, shown.numbers).length
  }
  return count
}

function longestFirst(table: Table): readonly Host[] {
  const length = (host: Host) => table.text(host)?.length ?? 0
  return paragraphHosts(table).toSorted((a, b) => length(b) - length(a))
}

function medianMs(run: () => unknown): number {
  return percentile(
    Array.from({ length: repeats }, () => timedMs(run)),
    0.5,
  )
}

function timedMs(run: () => unknown): number {
  const startedMs = performance.now()
  run()
  return performance.now() - startedMs
}

function missing(host: Host): never {
  throw new Error(`no text at ${host}`)
}

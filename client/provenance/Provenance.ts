import type { Passage } from '../../shared/projection/project.ts'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import type { ShelfText } from '../../shared/protocol/Shelf.ts'
import type { Pedigree } from '../../shared/provenance/pedigree.ts'
import type { RecordProvenance, RootProvenance } from '../../shared/provenance/rootProvenance.ts'
import type { SearchResult } from '../../shared/provenance/searchTexts.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import type { ProvenanceAnswer, ProvenanceQuestion, TextProvenance } from './provenanceMessages.ts'

/** The other thread, as far as it is needed. */
export interface ProvenanceThread {
  readonly ask: (question: ProvenanceQuestion) => void
  readonly end: () => void
}

/**
 * What of the draft is agreed language, kept up to date: texts of the sheet that read otherwise are sent to the thread that holds
 * the prior texts, one batch at a time, so that however fast one types the newest state is what is asked next.
 */
export class Provenance {
  private readonly shown: ShownSheet
  private readonly thread: ProvenanceThread
  private readonly onFound: (hosts: ReadonlySet<Host>) => void
  private hasTexts = false
  private readonly asked = new Map<Host, readonly Passage[]>()
  private readonly found = new Map<Host, { readonly passages: readonly Passage[]; readonly of: RootProvenance }>()
  private underWay: { readonly batch: number; readonly passages: ReadonlyMap<Host, readonly Passage[]> } | null = null
  private batches = 0
  private questions = 0
  private readonly waiting = new Map<number, (answer: ProvenanceAnswer) => void>()

  /** `newThread` is given what the thread is to tell its answers to. `onFound` is told of the texts that something new is known of. */
  constructor(
    shown: ShownSheet,
    newThread: (onAnswer: (answer: ProvenanceAnswer) => void) => ProvenanceThread,
    onFound: (hosts: ReadonlySet<Host>) => void,
  ) {
    this.shown = shown
    this.onFound = onFound
    this.thread = newThread(answer => this.take(answer))
  }

  destroy(): void {
    this.thread.end()
  }

  /** Puts other prior texts in the place of those there were. */
  setTexts(texts: readonly ShelfText[]): void {
    this.hasTexts = texts.length > 0
    this.thread.ask({ is: 'shelf', texts })
    // What is on its way was found on the shelf as it was.
    this.underWay = null
    this.asked.clear()
    const known = new Set(this.found.keys())
    this.found.clear()
    this.onFound(known)
    this.follow()
  }

  /** Asks for what reads otherwise than when it was last asked for. */
  follow(): void {
    if (!this.hasTexts || this.underWay !== null) return
    const roots = this.shown.roots.map(({ host }) => ({ host, passages: this.shown.passages(host) }))
    const stale = roots.filter(({ host, passages }) => this.asked.get(host) !== passages)
    const here = new Set(roots.map(({ host }) => host))
    const gone = [...this.asked.keys()].filter(host => !here.has(host))
    if (stale.length === 0 && gone.length === 0) return
    for (const { host, passages } of stale) this.asked.set(host, passages)
    for (const host of gone) {
      this.asked.delete(host)
      this.found.delete(host)
    }
    const batch = ++this.batches
    this.underWay = { batch, passages: new Map(stale.map(({ host, passages }) => [host, passages])) }
    const sent = stale.map(({ host, passages }) => ({ host, passages: passages.map(bare) }))
    this.thread.ask({ is: 'draft', batch, roots: sent, gone })
  }

  /** What is known of a text as it is shown now; null while it has not been searched. */
  of(host: Host): RootProvenance | null {
    const found = this.found.get(host)
    return found !== undefined && found.passages === this.shown.passages(host) ? found.of : null
  }

  /** What is known of a proposal, perhaps of how it stood a moment ago; null while nothing is. */
  ofRecord(id: ProposalId): RecordProvenance | null {
    const host = this.shown.rootOf(id)
    return host === null ? null : (this.found.get(host)?.of.records.get(id) ?? null)
  }

  /** What of texts, each by itself, is agreed language. */
  texts(texts: readonly string[]): Promise<readonly TextProvenance[]> {
    return new Promise(resolve => {
      const number = this.expect(answer => answer.is === 'texts' && resolve(answer.found))
      this.thread.ask({ is: 'texts', number, texts })
    })
  }

  /** The line of texts some words stood in. */
  pedigree(text: string): Promise<Pedigree> {
    return new Promise(resolve => {
      const number = this.expect(answer => answer.is === 'pedigree' && resolve(answer.pedigree))
      this.thread.ask({ is: 'pedigree', number, text })
    })
  }

  /** Where on the shelf some words stand. */
  search(text: string): Promise<SearchResult> {
    return new Promise(resolve => {
      const number = this.expect(answer => answer.is === 'search' && resolve(answer.result))
      this.thread.ask({ is: 'search', number, text })
    })
  }

  private expect(onAnswer: (answer: ProvenanceAnswer) => void): number {
    const number = ++this.questions
    this.waiting.set(number, onAnswer)
    return number
  }

  private take(answer: ProvenanceAnswer): void {
    if (answer.is !== 'draft') {
      this.waiting.get(answer.number)?.(answer)
      this.waiting.delete(answer.number)
      return
    }
    if (this.underWay?.batch !== answer.batch) return
    const { passages } = this.underWay
    this.underWay = null
    for (const { host, provenance } of answer.found) {
      const asked = passages.get(host)
      if (asked !== undefined) this.found.set(host, { passages: asked, of: provenance })
    }
    this.onFound(new Set(passages.keys()))
    this.follow()
  }
}

/** Without what cannot be sent to another thread. */
function bare({ text, host, inserted, struck }: Passage) {
  return { text, host, inserted, struck }
}

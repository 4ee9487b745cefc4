import { comparedBlocks } from '../../shared/compare/comparedBlocks.ts'
import type { ShelfText } from '../../shared/protocol/Shelf.ts'
import { PhraseIndex } from '../../shared/provenance/PhraseIndex.ts'
import type { PriorText } from '../../shared/provenance/PriorText.ts'
import { pedigree } from '../../shared/provenance/pedigree.ts'
import { rootProvenance } from '../../shared/provenance/rootProvenance.ts'
import { searchTexts } from '../../shared/provenance/searchTexts.ts'
import { shareOf } from '../../shared/provenance/shareOf.ts'
import { textMarks } from '../../shared/provenance/textMarks.ts'
import { plainWords } from '../../shared/provenance/wordsOf.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { ProvenanceAnswer, ProvenanceQuestion, SentRoot, TextProvenance } from './provenanceMessages.ts'

/** What stands behind the thread of prior texts: the shelf indexed, and the words of the draft by text. */
export class ProvenanceDesk {
  /** All prior texts, to be searched. */
  private all = new PhraseIndex()
  /** Those that are agreed language, or stand in for it and are called so, to mark the draft by. */
  private agreed = new PhraseIndex()
  private readonly draft = new Map<Host, string>()

  /** Answers a question; null where there is nothing to say. */
  answer(question: ProvenanceQuestion): ProvenanceAnswer | null {
    switch (question.is) {
      case 'shelf': {
        const texts = question.texts.map(priorText)
        this.all = new PhraseIndex(texts)
        this.agreed = new PhraseIndex(texts.filter(({ isAgreed, isRendering }) => isAgreed || isRendering))
        return null
      }
      case 'draft': {
        const { batch, roots, gone } = question
        for (const host of gone) this.draft.delete(host)
        for (const root of roots) this.draft.set(root.host, ownWords(root))
        const draft = [...this.draft.values()]
        const found = roots.map(({ host, passages }) => ({
          host,
          provenance: rootProvenance(this.agreed, host, passages, draft),
        }))
        return { is: 'draft', batch, found }
      }
      case 'texts':
        return { is: 'texts', number: question.number, found: question.texts.map(text => this.marksOf(text)) }
      case 'pedigree':
        return { is: 'pedigree', number: question.number, pedigree: pedigree(this.all, question.text) }
      case 'search':
        return { is: 'search', number: question.number, result: searchTexts(this.all, question.text) }
      default:
        throw new Error(`unknown question ${question satisfies never}`)
    }
  }

  private marksOf(text: string): TextProvenance {
    const marks = textMarks(this.agreed, text, [...this.draft.values()])
    return { marks, share: shareOf(text, [{ from: 0, to: text.length }], marks) }
  }
}

function ownWords({ host, passages }: SentRoot): string {
  const own = passages.filter(passage => passage.host === host)
  return plainWords(own.map(({ text }) => text).join(''))
}

function priorText({ document, title, ...entry }: ShelfText): PriorText {
  return { ...entry, name: title, blocks: comparedBlocks(document) }
}

import type { Remark } from '../../shared/exchange/readFoundText.ts'

const SENTENCES = {
  note: [
    'One note mark has no note in the file, and was left out.',
    '# note marks have no note in the file, and were left out.',
  ],
  number: [
    'One paragraph has lost its number: the file does not say how it is counted.',
    '# paragraphs have lost their numbers: the file does not say how they are counted.',
  ],
  table: [
    'One table is in the text; its cells were read one after the other.',
    '# tables are in the text; their cells were read one after the other.',
  ],
  picture: ['One picture was left out.', '# pictures were left out.'],
  comment: ['One comment was left out.', '# comments were left out.'],
  contents: ['The table of contents was left out.', 'The table of contents was left out.'],
  hidden: ['Hidden words were left out.', 'Hidden words were left out.'],
  page: [
    'One page has no text; it may be a picture of a page.',
    '# pages have no text; they may be pictures of pages.',
  ],
  sideways: ['One line set sideways or aslant was left out.', '# lines set sideways or aslant were left out.'],
  lineNumber: ['One line number in the margin was left out.', '# line numbers in the margin were left out.'],
} as const

/** Counts what a file has beside its text, and says so. */
export class LeftOut {
  readonly #counts = new Map<keyof typeof SENTENCES, number>()

  count(what: keyof typeof SENTENCES, many = 1): void {
    if (many > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + many)
  }

  get remarks(): readonly Remark[] {
    return [...this.#counts].map(([what, count]) => {
      const [one, many] = SENTENCES[what]
      return { sentence: count === 1 ? one : many.replace('#', count.toLocaleString('en')), near: null }
    })
  }
}

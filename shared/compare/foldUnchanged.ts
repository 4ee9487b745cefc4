import type { ComparisonRow, PairRow } from './comparisonRows.ts'

/** What a reader of a comparison sees, from top to bottom. */
export type ListedRow = ComparisonRow | Fold

/** Paragraphs one after the other that are the same in both texts. */
export interface Fold {
  readonly is: 'unchanged'
  readonly key: string
  readonly rows: readonly PairRow[]
  /** How many of them are paragraphs; the others are headings. */
  readonly paragraphs: number
  /** The labels of the first and last paragraph, as the new text has them. */
  readonly first: string
  readonly last: string
}

/** Puts what did not change together. A heading in front of something that did change stays, to say where one is. */
export function foldUnchanged(rows: readonly ComparisonRow[]): readonly ListedRow[] {
  const listed: ListedRow[] = []
  let run: PairRow[] = []
  const close = (isEnd: boolean) => {
    const heading = isEnd ? undefined : run.at(-1)
    const isKept = heading !== undefined && !isParagraph(heading)
    const inside = isKept ? run.slice(0, -1) : run
    const paragraphs = inside.filter(isParagraph)
    const [first, last] = [paragraphs[0], paragraphs.at(-1)]
    if (first === undefined || last === undefined) listed.push(...run)
    else {
      const labels = { first: first.new[0]?.label ?? '', last: last.new.at(-1)?.label ?? '' }
      listed.push({ is: 'unchanged', key: `same ${first.key}`, rows: inside, paragraphs: paragraphs.length, ...labels })
      if (isKept) listed.push(heading)
    }
    run = []
  }
  for (const row of rows) {
    if (isUnchanged(row)) run.push(row)
    else {
      close(false)
      listed.push(row)
    }
  }
  close(true)
  return listed
}

/** Whether a row says what both texts say, at the same place. */
export function isUnchanged(row: ComparisonRow): row is PairRow {
  return row.is === 'pair' && row.pair.relation === 'same' && !row.pair.moved
}

/** Whether a reader who goes from change to change stops here: where something was moved from is told where it went to. */
export function isChange(row: ListedRow): boolean {
  switch (row.is) {
    case 'unchanged':
    case 'elsewhere':
      return false
    case 'new':
    case 'dropped':
      return true
    case 'pair':
      return !isUnchanged(row)
    default:
      return row satisfies never
  }
}

function isParagraph(row: PairRow): boolean {
  return row.new[0]?.is === 'paragraph'
}

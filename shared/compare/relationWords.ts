import type { ListedRow } from './foldUnchanged.ts'

/** What became of a row's words, as it stands between the two texts: "moved ↓", "split", "possibly". Nothing where they are only changed. */
export function relationWords(row: ListedRow): readonly string[] {
  switch (row.is) {
    case 'unchanged':
      return []
    case 'new':
    case 'dropped':
      return [row.is]
    case 'elsewhere':
      return [`${row.why} ${row.to.direction === 'down' ? '↓' : '↑'}`]
    case 'pair': {
      const { relation, isPossible } = row.pair
      return [
        ...(isPossible ? ['possibly'] : []),
        ...(row.from === null ? [] : [`moved ${row.from.direction === 'down' ? '↓' : '↑'}`]),
        ...(relation === 'split' || relation === 'merged' ? [relation] : []),
      ]
    }
    default:
      return row satisfies never
  }
}

/** "7 paragraphs unchanged (1–7)". */
export function foldWords({ paragraphs, first, last }: Extract<ListedRow, { is: 'unchanged' }>): string {
  const where = first === last ? first : `${first} – ${last}`
  return `${paragraphs === 1 ? '1 paragraph' : `${paragraphs} paragraphs`} unchanged (${where})`
}

/** A label as it stands in the margin: `18.`, `18 (a)`; none for titles and headings, which are their own. */
export function marginLabel({ is, label }: { readonly is: string; readonly label: string }): string {
  if (is !== 'paragraph') return ''
  return /^\d+$/.test(label) ? `${label}.` : label
}

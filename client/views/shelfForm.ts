import { type ShelfDescription, shelfDescriptionSchema } from '../../shared/protocol/Shelf.ts'

/** What is said of a prior text, as it stands in the fields while somebody fills them in. */
export interface ShelfForm {
  readonly title: string
  readonly symbol: string
  readonly year: string
  readonly published: string
  readonly isAgreed: boolean
}

export function shelfForm({ title, symbol, year, published, isAgreed }: ShelfDescription): ShelfForm {
  return { title, symbol: symbol ?? '', year: year === null ? '' : String(year), published: published ?? '', isAgreed }
}

/** What the fields say, or in one sentence what is still missing. */
export function descriptionOf(form: ShelfForm): ShelfDescription | { readonly missing: string } {
  if (form.title.trim() === '') return { missing: 'It needs a title.' }
  const year = form.year.trim()
  const said = shelfDescriptionSchema.safeParse({
    title: form.title,
    symbol: form.symbol.trim() || null,
    year: year === '' ? null : Number(year),
    published: form.published.trim() || null,
    isAgreed: form.isAgreed,
  })
  if (said.success) return said.data
  const field = said.error.issues[0]?.path[0]
  if (field === 'year') return { missing: 'The year is four digits, such as 2019, or empty.' }
  if (field === 'published') return { missing: 'The address begins with https://, or is empty.' }
  return { missing: 'The title has at most 300 characters, the symbol 100.' }
}

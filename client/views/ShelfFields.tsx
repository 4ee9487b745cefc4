import type { ShelfForm } from './shelfForm.ts'

export interface ShelfFieldsProps {
  readonly form: ShelfForm
  readonly onChange: (form: ShelfForm) => void
}

/** What a prior text is: title, symbol, year, where it is published, and whether its words were agreed. */
export function ShelfFields({ form, onChange }: ShelfFieldsProps) {
  return (
    <div className="shelf-fields">
      <label className="field">
        <span>Title</span>
        <input
          value={form.title}
          maxLength={300}
          onChange={event => onChange({ ...form, title: event.target.value })}
        />
      </label>
      <label className="field">
        <span>Symbol</span>
        <input
          value={form.symbol}
          maxLength={100}
          placeholder="E/2019/28"
          onChange={event => onChange({ ...form, symbol: event.target.value })}
        />
      </label>
      <label className="field">
        <span>Year</span>
        <input
          value={form.year}
          maxLength={4}
          inputMode="numeric"
          onChange={event => onChange({ ...form, year: event.target.value })}
        />
      </label>
      <label className="field">
        <span>Published at</span>
        <input
          value={form.published}
          maxLength={500}
          inputMode="url"
          placeholder="https://docs.un.org/en/…"
          onChange={event => onChange({ ...form, published: event.target.value })}
        />
      </label>
      <label className="choice">
        <input
          type="checkbox"
          checked={form.isAgreed}
          onChange={event => onChange({ ...form, isAgreed: event.target.checked })}
        />
        <span>Agreed language</span>
        <small>All agreed on its words. A summary, a note or a draft is not agreed.</small>
      </label>
    </div>
  )
}

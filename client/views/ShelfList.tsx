import type { MissingInstrument, Shelf } from '../../shared/protocol/Shelf.ts'
import { Published, type ShelfEditing, ShelfText, type ShelfTextProps } from './ShelfText.tsx'

export interface ShelfListProps
  extends Pick<ShelfTextProps, 'mayChange' | 'busy' | 'onFillEdited' | 'onSave' | 'onCancel'> {
  readonly shelf: Shelf
  readonly editing: ShelfEditing | null
  readonly onEdit: (id: string) => void
  readonly onRemove: (id: string) => void
}

/** The texts on the shelf, the oldest first, and the instruments of the field that are not on it. */
export function ShelfList({ shelf, editing, onEdit, onRemove, ...rest }: ShelfListProps) {
  const { texts, missing } = shelf
  return (
    <>
      {texts.length === 0 && <p>There is no text on the shelf yet.</p>}
      <ul className="shelf" aria-label="Texts on the shelf">
        {texts.map(entry => (
          <ShelfText
            key={entry.id}
            {...rest}
            entry={entry}
            editing={editing?.id === entry.id ? editing : null}
            onEdit={() => onEdit(entry.id)}
            onRemove={() => onRemove(entry.id)}
          />
        ))}
      </ul>
      {missing.length > 0 && (
        <section className="shelf-rest" aria-label="Official texts that are not here">
          <h3>Official texts that are not here</h3>
          <p>The link leads to where each is published. Saved from there, it is added like any other text.</p>
          <ul className="shelf">
            {missing.map(instrument => (
              <Missing key={instrument.year} instrument={instrument} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Missing({ instrument }: { readonly instrument: MissingInstrument }) {
  const { year, title, symbol, published, place, rendering } = instrument
  return (
    <li>
      <span className="shelf-year">{year}</span>
      <div className="shelf-text">
        <b>{title}</b>
        <p className="shelf-facts">
          <Published address={published} symbol={symbol} />
          {place !== null && `, ${place}`}
          {rendering !== null && '. A rendering in our own words stands in for it above.'}
        </p>
      </div>
    </li>
  )
}

import type { Reading } from '../../shared/projection/readAs.ts'

/** A text one may compare with. */
export interface PriorChoice {
  readonly id: string
  /** "2019 Ministerial Declaration". */
  readonly title: string
  /** Null when it is not known, or the title says it. */
  readonly year: number | null
  /** What one should know of it beside its title: "rendering", "not agreed"; '' for nothing. */
  readonly kind: string
}

export interface ComparisonHeadsProps {
  /** Groups under a title each, such as those of the shelf and earlier states of the text. */
  readonly priors: readonly { readonly title: string; readonly choices: readonly PriorChoice[] }[]
  readonly prior: string | null
  readonly onPrior: (id: string) => void
  /** Of the chosen one: its symbol, what it is. */
  readonly about: string
  readonly draft: { readonly title: string; readonly about: string }
  readonly readings: readonly Reading[]
  readonly reading: Reading
  readonly onReading: (reading: Reading) => void
}

const readingNames: Readonly<Record<Reading, string>> = {
  clean: 'clean',
  'ours taken': 'with our proposals taken',
  'everything incorporated': 'with everything incorporated',
}

/** Which two texts are compared, each chosen above its own column. */
export function ComparisonHeads(props: ComparisonHeadsProps) {
  const { priors, prior, about, draft, readings, reading } = props
  return (
    <div className="cmp-heads">
      <div className="cmp-head">
        <label className="field">
          <span>Compared with</span>
          <select value={prior ?? ''} onChange={event => props.onPrior(event.target.value)}>
            {priors.map(({ title, choices }) => (
              <optgroup key={title} label={title}>
                {choices.map(choice => (
                  <option key={choice.id} value={choice.id}>
                    {choiceName(choice)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <p className="cmp-about">{about}</p>
      </div>
      <div className="cmp-head">
        <label className="field">
          <span>The draft</span>
          <select
            value={reading}
            onChange={event => {
              const next = readings.find(each => each === event.target.value)
              if (next !== undefined) props.onReading(next)
            }}
          >
            {readings.map(each => (
              <option key={each} value={each}>
                {readingNames[each]}
              </option>
            ))}
          </select>
        </label>
        <p className="cmp-about">
          {draft.title} · {draft.about}
        </p>
      </div>
    </div>
  )
}

function choiceName({ title, year, kind }: PriorChoice): string {
  const dated = year === null || title.includes(String(year)) ? title : `${title}, ${year}`
  return kind === '' ? dated : `${dated} (${kind})`
}

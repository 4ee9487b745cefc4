/** One line of the table: a figure, and the same measured of something simpler in the same run, since machines differ and neighbours are noisy. */
export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: 'ms' | '/s' | '%' | '×' | 'kB' | 'words' | 'edits' | 'islands'
  /** What it is held against, with its own figure in the same unit; null where the value is itself a ratio. */
  readonly against: { readonly what: string; readonly value: number } | null
}

/** The figures as lines of text in columns, under their heading. */
export function figureLines(heading: string, figures: readonly Figure[]): readonly string[] {
  const rows = figures.map(({ what, value, unit, against }) => [
    what,
    `${rounded(value)} ${unit}`,
    against === null ? '' : `${ratioOf(value, against.value)}${against.what} (${rounded(against.value)} ${unit})`,
  ])
  const widths = [0, 1].map(column => Math.max(0, ...rows.map(row => row[column]?.length ?? 0)))
  return [
    '',
    heading,
    ...rows.map(row => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd()),
  ]
}

/** Nothing is no measure for something. */
function ratioOf(value: number, against: number): string {
  return against === 0 ? '' : `${rounded(value / against)} × `
}

/** Three digits that mean something, whatever the size. */
function rounded(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))
}

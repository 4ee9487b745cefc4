export interface RibbonProps {
  /** How much is written on each side, in characters: a ribbon reaches as far down as the words do. */
  readonly old: number
  readonly new: number
  readonly look: 'same' | 'changed' | 'moved' | 'possible'
}

/** A band from a paragraph to what became of it. It only repeats what the rows and their words say. */
export function Ribbon({ old, new: now, look }: RibbonProps) {
  const most = Math.max(old, now, 1)
  // The shorter side ends where its last line does, about; never as a mere point.
  const [left, right] = [foot(old / most), foot(now / most)]
  return (
    <svg className="ribbon" data-look={look} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path d={`M0 2C50 2 50 2 100 2L100 ${right}C50 ${right} 50 ${left} 0 ${left}Z`} />
    </svg>
  )
}

const foot = (share: number) => Math.round(Math.max(18, 98 * share))

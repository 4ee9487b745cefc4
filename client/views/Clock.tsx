import { createContext, useContext } from 'react'

/** What "now" is for the times shown; milliseconds since 1970. Tests and pictures give their own. */
export const Clock = createContext<() => number>(Date.now)

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const seconds = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const paper = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
})
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' })

/** `paper`: with its day, year and time zone, for what is read elsewhere and later. */
export type Precision = 'minutes' | 'seconds' | 'paper'

/** A moment as short as it stays exact, in the reader's own time zone: "14:32" today, "12 Mar, 14:32" earlier, with the year before this one. */
export function writeMoment(at: number, now: number, precision: Precision = 'minutes'): string {
  if (precision === 'paper') return paper.format(at)
  const clock = (precision === 'seconds' ? seconds : time).format(at)
  if (dayOfYear.format(at) === dayOfYear.format(now)) return clock
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return `${(sameYear ? day : dayOfYear).format(at)}, ${clock}`
}

export interface MomentProps {
  readonly at: number
  readonly precision?: Precision
}

/** A moment, with the whole date and time zone for who asks. */
export function Moment({ at, precision = 'minutes' }: MomentProps) {
  const now = useContext(Clock)
  return (
    <time dateTime={new Date(at).toISOString()} title={full.format(at)}>
      {writeMoment(at, now(), precision)}
    </time>
  )
}

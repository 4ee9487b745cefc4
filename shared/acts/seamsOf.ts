import { joinRepaired, type Seams } from './joinRepaired.ts'

/** Words to be fitted into a text: what is to come in place of `start..end`. */
export interface Fitting {
  readonly start: number
  readonly end: number
  readonly content: string
}

/**
 * How several pieces, given from the last place to the first, are fitted into one text. Each is fitted into what the pieces behind
 * it leave, and takes no space or comma that another piece stands on: the one that comes next sees to it.
 */
export function seamsOf(text: string, pieces: readonly Fitting[]): readonly Seams[] {
  let now = text
  let free = text.length
  return pieces.map(({ start, end, content }, index) => {
    const taken = pieces[index + 1]?.end ?? 0
    const wanted = joinRepaired(now, start, end, content)
    const isHeld = wanted.end > free && /[\s\u00a0]$/.test(content) && content.length > 1
    const seams = {
      ...wanted,
      start: Math.max(wanted.start, Math.min(taken, start)),
      end: Math.min(wanted.end, Math.max(free, end)),
      trimEnd: isHeld ? 1 : wanted.trimEnd,
    }
    free = seams.start
    now = fitIn(now, seams, content)
    return seams
  })
}

/** A text with words fitted in. */
export function fitIn(text: string, { start, end, addBefore, addAfter, trimEnd }: Seams, content: string): string {
  return text.slice(0, start) + addBefore + content.slice(0, content.length - trimEnd) + addAfter + text.slice(end)
}

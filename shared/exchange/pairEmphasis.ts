/** A piece of a block's text while its emphasis is being decided. */
export type InlineToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark'; readonly note: string }
  | { readonly kind: 'italic'; readonly opens: boolean }

/**
 * A run of `*` or a single `_`. It owns two tokens: `slot`, which holds its sign as text until it is decided, and the
 * empty one behind it, since one run can end an italic and be a note mark too.
 */
export interface EmphasisRun {
  readonly slot: number
  readonly sign: string
  /** The characters around it; '' at either end of the block. */
  readonly before: string
  readonly after: string
}

const NOTHING: InlineToken = { kind: 'text', text: '' }

/** A star hangs on a word: something before it, and no letter after it. */
export function isMarkPlace(before: string, after: string): boolean {
  return before !== '' && !/\s/.test(before) && !/[\p{L}\d]/u.test(after)
}

/**
 * Finds the partners of the emphasis runs and writes the outcome into `tokens`: `*…*` and `_…_` become italics, `**`
 * leaves no trace, and a run of stars without partner that hangs on a word is a note mark (only where `withMarks`).
 * A run that is none of these stays the text it is.
 */
export function pairEmphasis(tokens: InlineToken[], runs: readonly EmphasisRun[], withMarks: boolean): void {
  /** Where the emphasis that is open now began, by its sign. */
  const open = new Map<string, number>()

  const close = (sign: string, slot: number): boolean => {
    const opening = open.get(sign)
    if (opening === undefined) return false
    open.delete(sign)
    const isItalic = sign !== '**'
    tokens[opening] = isItalic ? { kind: 'italic', opens: true } : NOTHING
    tokens[slot] = isItalic ? { kind: 'italic', opens: false } : NOTHING
    return true
  }
  const markOrText = (sign: string, slot: number, before: string, after: string) => {
    const isMark = withMarks && sign.startsWith('*') && sign.length <= 4 && isMarkPlace(before, after)
    tokens[slot] = isMark ? { kind: 'mark', note: sign } : { kind: 'text', text: sign }
  }

  for (const run of runs) {
    const { slot, sign, before, after } = run
    const spare = slot + 1
    const closes = canClose(run)
    const opens = canOpen(run)
    if (sign === '***' && closes && (open.has('*') || open.has('**'))) {
      const closedItalic = close('*', slot)
      const closedBold = close('**', closedItalic ? spare : slot)
      if (!(closedItalic && closedBold)) markOrText(closedItalic ? '**' : '*', spare, '*', after)
    } else if (sign === '***' && opens) {
      tokens[slot] = { kind: 'text', text: '*' }
      tokens[spare] = { kind: 'text', text: '**' }
      open.set('*', slot).set('**', spare)
    } else if (sign === '****' && open.has('**')) {
      // Bold that ends and begins again: two lines glued together.
      tokens[slot] = NOTHING
    } else if (sign.length <= 2 && closes && close(sign, slot)) {
      // Closed by the call.
    } else if (sign === '**' && closes && !opens && close('*', slot)) {
      markOrText('*', spare, '*', after)
    } else if (sign.length <= 2 && opens) {
      open.set(sign, slot)
    } else markOrText(sign, slot, before, after)
  }
}

function canClose({ sign, before, after }: EmphasisRun): boolean {
  return before !== '' && !/\s/.test(before) && (sign !== '_' || !/[\p{L}\d]/u.test(after))
}

function canOpen({ sign, before, after }: EmphasisRun): boolean {
  if (after === '' || /\s/.test(after)) return false
  if (sign === '_' && /[\p{L}\d]/u.test(before)) return false
  return before === '' || /[\s\p{P}]/u.test(before) || !/\p{P}/u.test(after)
}

/** What parties ask in a bracket: `US, Canada delete`. */
export interface NotedStance {
  readonly parties: readonly string[]
  readonly verb: '' | 'delete' | 'retain' | 'reserve'
}

export interface NotedAlternative {
  readonly content: readonly Noted[]
  readonly stances: readonly NotedStance[]
}

/** A text in the notation of negotiating texts (D11): words, and brackets with one alternative or several. */
export type Noted = string | { readonly alternatives: readonly NotedAlternative[] }

/**
 * Reads the printed notation: `States shall [promote - US delete / ensure - EU, Japan; G77 reserve] …`. A bracket is one when it
 * closes and names somebody behind a dash; any other, like `[sic]`, is just words (D10).
 */
export function parseNotation(text: string): readonly Noted[] {
  const { noted } = readUntil(text, 0, () => false)
  return noted
}

function readUntil(
  text: string,
  from: number,
  isEnd: (at: number) => boolean,
): { noted: readonly Noted[]; end: number } {
  const noted: Noted[] = []
  let words = ''
  let at = from
  while (at < text.length && !isEnd(at)) {
    const bracket = text[at] === '[' ? readBracket(text, at) : null
    if (bracket === null) {
      words += text[at]
      at++
      continue
    }
    if (words !== '') noted.push(words)
    words = ''
    noted.push(bracket.noted)
    at = bracket.end
  }
  if (words !== '') noted.push(words)
  return { noted, end: at }
}

function readBracket(text: string, open: number): { noted: Noted; end: number } | null {
  const alternatives: NotedAlternative[] = []
  let at = open + 1
  for (;;) {
    const content = readUntil(
      text,
      at,
      here => text[here] === ']' || tailAt(text, here) !== null || isSlash(text, here),
    )
    const tail = tailAt(text, content.end)
    alternatives.push({ content: content.noted, stances: tail?.stances ?? [] })
    at = tail?.end ?? content.end
    if (text[at] === ']') {
      const named = alternatives.some(({ stances }) => stances.length > 0)
      return named ? { noted: { alternatives }, end: at + 1 } : null
    }
    if (!isSlash(text, at)) return null
    at += 3
  }
}

const isSlash = (text: string, at: number) => text.startsWith(' / ', at)

/** A tail runs from a dash to the end of its alternative and consists of party names and verbs only. */
function tailAt(text: string, at: number): { stances: readonly NotedStance[]; end: number } | null {
  const dash = /^ [-\u2013] ([^[\]/]+?)(?=\]| \/ )/.exec(text.slice(at, at + 400))
  if (dash === null) return null
  const [whole, list = ''] = dash
  const stances = list.split(/; ?/).map(readStance)
  return stances.every(stance => stance !== null) ? { stances, end: at + whole.length } : null
}

function readStance(part: string): NotedStance | null {
  const match = /^(.+?)(?: (delete|retain|reserve))?$/.exec(part.trim())
  const parties = match?.[1]?.split(/, ?/) ?? []
  if (!parties.every(party => /^[A-Z0-9][\w .()&'-]{0,40}$/.test(party))) return null
  const verb = match?.[2]
  return { parties, verb: verb === 'delete' || verb === 'retain' || verb === 'reserve' ? verb : '' }
}

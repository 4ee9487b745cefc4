/** A note as far as it is compared. */
export interface CitingNote {
  /** Digits, or stars. */
  readonly label: string
  readonly text: string
}

/** What a note names, by the kind of name: a symbol, a resolution, a chapter. */
type Citation = ReadonlyMap<string, string>

/** What tells one source from another. */
const SOURCES: readonly (readonly [string, RegExp])[] = [
  [
    'resolution',
    /(?:\bresolutions?|\bdecisions?|\bA\/RES\/|\bE\/RES\/) ?(S?-?\d[\d/-]*(?: [A-Z]\b)?(?: \([IVXL]+\))?)/g,
  ],
  ['symbol', /(?<![\w/])((?!A\/RES\/|E\/RES\/)[A-Z]{1,5}\/[A-Z\d][\w./-]*\w)/g],
  ['address', /\b((?:https?:\/\/|www\.)[^\s,;]*[^\s,;.])/g],
  ['treaty', /(?<!Supplement )\bNos?\. ?(\d[\d, and]*\d|\d)/g],
  ['volume', /\bvols?\. ?(\d[\d, and]*\d|\d)/g],
]

/** Where in the source. */
const PLACES: readonly (readonly [string, RegExp])[] = [
  ['chapter', /\bchap(?:s?\.|ters?) ?([IVXLC\d]+)/g],
  ['section', /\bsect(?:s?\.|ions?) ?([A-Z\d]+)/g],
  ['part', /\bpart ([a-z]+|[IVX]+)\b/g],
  ['paragraph', /\bpara(?:s?\.|graphs?) ?([\d–-]+(?: \([a-z]+\))?)/g],
  ['article', /\bart(?:s?\.|icles?) ?(\d+)/g],
  ['page', /\bpp?\. ?([\d–-]+)/g],
  ['annex', /\b(annex(?:es)?(?: [IVX]+)?)\b/g],
]

/** A note with more words than this that name nothing is a remark, and its words count. */
const MOST_PLAIN_WORDS = 8

/**
 * What each note cites, in a form that is equal where two notes cite the same, however they say it: "See" in front, the long form or
 * *Ibid.*, which is read from the note before (D23). A note that is no citation, or says more, is told by all its words.
 */
export function citationsOf(notes: readonly CitingNote[]): ReadonlyMap<string, string> {
  const cited = new Map<string, string>()
  let before: Citation = new Map()
  for (const { label, text } of notes) {
    const isStar = !/^\d/.test(label)
    const own = citationIn(text)
    const citation = /^\W*(?:see )?ibid\b/i.test(text) ? completed(own, before) : own
    cited.set(label, keyOf(citation, text))
    // A star note stands outside the series.
    if (!isStar) before = citation
  }
  return cited
}

function citationIn(text: string): Citation {
  const citation = new Map<string, string>()
  for (const [kind, pattern] of [...SOURCES, ...PLACES]) {
    const names = [...text.matchAll(pattern)].map(([, name = '']) => name)
    if (names.length > 0) citation.set(kind, names.join(' '))
  }
  return citation
}

/** *Ibid.* alone is the note before; with a place of its own, that place in the same source; with a source of its own, that. */
function completed(own: Citation, before: Citation): Citation {
  const names = (kinds: readonly (readonly [string, RegExp])[]) => kinds.some(([kind]) => own.has(kind))
  if (names(SOURCES)) return own
  if (!names(PLACES)) return before
  return new Map([...[...before].filter(([kind]) => SOURCES.some(([source]) => source === kind)), ...own])
}

function keyOf(citation: Citation, text: string): string {
  const isNamed = SOURCES.some(([kind]) => citation.has(kind))
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const plain = text.match(/(?<![\p{L}\p{N}/.])\p{Ll}{3,}(?![\p{L}\p{N}/.])/gu) ?? []
  const names = [...citation].map(([kind, name]) => `${kind} ${name}`).join(', ')
  return isNamed && plain.length <= MOST_PLAIN_WORDS ? names : `${names}: ${words.join(' ')}`
}

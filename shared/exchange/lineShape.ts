/** What the first and last characters of a line say about where its sentence begins and ends. */
export interface LineShape {
  /** Begins with a small letter (behind any opening quote or bracket): hardly the start of a sentence. */
  readonly startsLower: boolean
  /** Begins with a small letter, a digit, a bracket or a comma: may go on from a sentence that is still open. */
  readonly startsWithin: boolean
  /** Does not end like a sentence or a list item, so more is to come, or it is a heading. */
  readonly isOpen: boolean
  /** Ends with a comma, a dash or a small word such as "of": more must come. */
  readonly isLinked: boolean
  readonly endsComma: boolean
  /** Begins like a preambular paragraph: "Recalling …", "Deeply concerned …", "Mindful …". */
  readonly opensPreamble: boolean
  readonly endsColon: boolean
  /** Ends with "paragraph 18" or the like, which a letter may complete. */
  readonly endsReference: boolean
  /** Ends with "; and" or "; or": the next item of the list is to come. */
  readonly endsItem: boolean
}

/** Enough for quotes, brackets, emphasis and one word; a bound keeps every test linear. */
const LOOK_CHARACTERS = 80

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|cf|Nos?|vols?|chaps?|sects?|paras?|arts?|pp?|Mr|Mrs|Ms|Dr|St|H\.E)\.$/
const PREAMBLE =
  /^[*_[]*(?=\p{Lu})(?!united\b)(?:(?:also|further|deeply|gravely|fully|again|noting) ){0,2}(?:\p{L}+(?:ing|ed)|aware|mindful|conscious|cognizant)\b/iu
const LINKING =
  /(?:^|[\s(])(?:a|an|and|as|at|between|but|by|for|from|in|including|into|is|are|its|of|on|or|our|nor|that|the|their|this|to|towards|under|upon|which|whose|with|within|paras?|paragraphs?|articles?|resolutions?|decisions?|No)$/i

export function lineShape(line: string): LineShape {
  const head = line.slice(0, LOOK_CHARACTERS)
  const tail = bareTail(line.slice(-LOOK_CHARACTERS))
  const last = tail.at(-1) ?? ''
  const closed = /[.;:?!…]/.test(last) && !ABBREVIATION.test(tail)
  return {
    startsLower: /^[“"‘'([*_\\<]*\p{Ll}/u.test(head),
    startsWithin: /^(?:[,;)–—&%/(]|[“"‘'[*_\\<]*[\p{Ll}\d])/u.test(head),
    isOpen: !closed,
    isLinked: !closed && (/[,–—-]/.test(last) || LINKING.test(tail)),
    endsComma: last === ',',
    opensPreamble: PREAMBLE.test(head),
    endsColon: last === ':',
    endsReference:
      /(?:paragraph|article|section|chapter|annex|resolution)s? [\dIVXA-Z]{1,5}(?: (?:bis|ter|alt))?$/i.test(tail),
    endsItem: /;\s(?:and|or|and\/or)$/.test(tail),
  }
}

/** The end of a line without note marks, emphasis, closing quotes and closing brackets. */
function bareTail(tail: string): string {
  const unmarked = tail.replace(/<sup>[^<]{0,8}<\/sup>|\[\^\d{1,3}\]|[⁰¹²³⁴-⁹*\\]/gi, '')
  let end = unmarked.length
  while (end > 0 && /[\s”"’'»)\]_]/.test(unmarked.charAt(end - 1))) end--
  return unmarked.slice(0, end)
}

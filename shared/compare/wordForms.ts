/** Words that say nothing of what a paragraph is about. */
const EMPTY_WORDS = new Set(
  (
    'a about all also among an and any are as at be been being between both but by can do does for from further had has have ' +
    'her his how if in including inter into is it its may more most must new no nor not of on or other our own shall should so ' +
    'some such than that the their them there these they this those through to under up upon us was we well were what when ' +
    'where which while who whose will with within would'
  ).split(' '),
)

/** Whether a word, in small letters, carries meaning of its own, unlike "the" and "of". */
export function isContentWord(word: string): boolean {
  return !EMPTY_WORDS.has(word)
}

const ENDINGS = [
  'isations',
  'izations',
  'isation',
  'ization',
  'ations',
  'ation',
  'ments',
  'ment',
  'ities',
  'ity',
  'ingly',
  'edly',
  'ings',
  'ing',
  'ances',
  'ance',
  'ences',
  'ence',
  'ively',
  'ive',
  'ions',
  'ion',
  'ally',
  'als',
  'al',
  'ies',
  'ied',
  'ers',
  'er',
  'ed',
  'es',
  'ly',
  's',
  'y',
  'e',
]
/** What is left of a word must still tell it from others. */
const SHORTEST_STEM = 4

/** What the forms of one word share: strengthen, strengthens, strengthening. Rough on purpose: two words falling together do less harm than one falling apart. */
export function stemOf(word: string): string {
  for (const ending of ENDINGS)
    if (word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM) return word.slice(0, -ending.length)
  return word
}

import { tokenise } from '../compare/tokenise.ts'
import { isContentWord } from '../compare/wordForms.ts'

/** A phrase with fewer words that are neither of a name nor empty says only the name. */
const FEWEST_TELLING_WORDS = 3
/** A phrase that one text uses in so many paragraphs is a formula of the field … */
const FORMULA_PARAGRAPHS = 3
/** … unless it is longer than this: then the paragraphs repeat each other. */
const LONGEST_FORMULA_WORDS = 12

/**
 * Whether a phrase is a name ("the United Nations Office on Drugs and Crime") or a formula that a text uses again and again ("the
 * implementation of all international drug policy commitments"): standing in a prior text too, it says nothing of where a paragraph
 * comes from. `paragraphs` is in how many paragraphs of one text it stands, of that which has it most often.
 */
export function isFormula(phrase: string, beginsSentence: boolean, paragraphs: number): boolean {
  const words = tokenise({ text: phrase, marks: [] }).flatMap(({ is, key }) => (is === 'word' ? [key] : []))
  const content = words.filter(word => isContentWord(word.toLowerCase()))
  const named = content.filter(word => isOfName(word, beginsSentence && word === words[0]))
  // One word with a capital ("HIV") is a word like others; several make a name.
  const telling = content.length - (named.length === 1 ? 0 : named.length)
  return telling < FEWEST_TELLING_WORDS || (words.length <= LONGEST_FORMULA_WORDS && paragraphs >= FORMULA_PARAGRAPHS)
}

/** Names are told by their capitals, which any word has at the beginning of a sentence. Numbers belong to names: "of 1961 as amended by the 1972 Protocol". */
function isOfName(word: string, beginsSentence: boolean): boolean {
  return /^\p{N}/u.test(word) || (!beginsSentence && /^\p{Lu}/u.test(word))
}

import type { Saying } from '../../shared/projection/Card.ts'
import type { Party } from '../../shared/table/Party.ts'
import { noteMark } from '../../shared/table/words.ts'

/**
 * A proposal as one sentence, for those who hear the page: "European Union proposes to replace “still stand” by “have deepened”."
 * Note marks are spoken as "(note)".
 */
export function sayChange(party: Party, saying: Saying): string {
  switch (saying.is) {
    case 'insert':
      return `${party.name} proposes to insert ${quoted(saying.text)}.`
    case 'strike':
      return `${party.name} proposes to delete ${quoted(saying.struck)}.`
    case 'replace':
      return `${party.name} proposes to replace ${quoted(saying.struck)} by ${quoted(saying.text)}.`
    case 'delete paragraph':
      return `${party.name} proposes to delete the paragraph.`
    case 'new paragraph':
      return `${party.name} proposes ${newParagraph(saying)}: ${quoted(saying.text)}.`
    default:
      throw new Error(`unknown saying ${saying satisfies never}`)
  }
}

/** "a new paragraph 18 bis", "an alternative paragraph 18 alt"; without a number while it has none. */
export function newParagraph(saying: Extract<Saying, { is: 'new paragraph' }>): string {
  const what = saying.relation === 'alternative' ? 'an alternative paragraph' : 'a new paragraph'
  return saying.label === '' ? what : `${what} ${saying.label}`
}

const quoted = (text: string) => `“${text.trim().replaceAll(noteMark, ' (note)')}”`

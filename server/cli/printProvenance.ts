import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import type { AgreedPhrase } from '../../shared/provenance/agreedPhrases.ts'
import type { AlteredPassage } from '../../shared/provenance/alteredPassages.ts'
import { blockAt, type PriorPlace } from '../../shared/provenance/PriorText.ts'
import { wordDiff } from './wordDiff.ts'
import { wrapLines } from './wrapLines.ts'

const noMarks = { old: [], new: [] }
/** So many sources are named; a formula stands in very many places. */
const MOST_SOURCES = 4

/** What of a draft stands in prior texts, paragraph by paragraph, to be read in a terminal: first word for word, then altered. */
export function printProvenance(
  draft: readonly ComparedBlock[],
  phrases: readonly AgreedPhrase[],
  altered: readonly AlteredPassage[],
  hasColours: boolean,
): string {
  const lines: string[] = []
  for (const [place, { is, label }] of draft.entries()) {
    const own = phrases.filter(({ block }) => block === place)
    const near = altered.filter(({ block }) => block === place)
    if (own.length + near.length === 0) continue
    lines.push(is === 'heading' ? `“${label}”` : label)
    for (const { words, text, sources, isFormula } of own) {
      lines.push(...wrapLines(`“${text}”`, '  '))
      lines.push(`      ${words} words${isFormula ? ', a name or formula' : ''}: ${namesOf(sources)}`)
    }
    for (const { words, source } of near) {
      lines.push(
        ...wrapLines(`altered: ${wordDiff(words.pieces, noMarks, hasColours)}`, '  '),
        `      ${namesOf([source])}`,
      )
    }
    lines.push('')
  }
  return lines.length === 0 ? 'No phrase of six words or more stands in the prior texts.\n' : `${lines.join('\n')}`
}

function namesOf(sources: readonly PriorPlace[]): string {
  const names = sources.slice(0, MOST_SOURCES).map(source => `${source.text.name}, ${blockAt(source).label}`)
  const more = sources.length - names.length
  return `${names.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

import { NOTE_CHARACTER } from '../exchange/readInline.ts'
import { blockAt, type PriorPlace } from './PriorText.ts'

/** Headings are told by their beginning: some are a sentence long. */
const MOST_HEADING_CHARACTERS = 32

/** A paragraph of a prior text as it is said in passing: "2019, stocktaking, 4"; under a heading that begins so, without a number, the third: "2019, way forward, ¶3". */
export function placeName(place: PriorPlace): string {
  const { year, name, isRendering } = place.text
  const text = year === null ? name : isRendering ? `${year} (rendering)` : String(year)
  return [text, ...placeIn(place)].join(', ')
}

/** The same in full, to be put behind a quotation: "2019 Ministerial Declaration, E/2019/28, stocktaking, para. 4". */
export function placeCitation(place: PriorPlace): string {
  const { name, symbol } = place.text
  const [heading, paragraph] = namesIn(place)
  const parts = [name, symbol, heading, paragraph === null ? null : `para. ${paragraph}`]
  return parts.filter(part => part !== null).join(', ')
}

function placeIn(place: PriorPlace): readonly string[] {
  return namesIn(place).filter(part => part !== null)
}

/** The heading it stands under and its number; of a heading or title only that it is one. */
function namesIn(place: PriorPlace): readonly [heading: string | null, paragraph: string | null] {
  const { label, is } = blockAt(place)
  if (is === 'title') return ['title', null]
  if (is === 'heading') return [`heading “${shortened(label)}”`, null]
  const before = place.text.blocks.slice(0, place.block)
  const headingAt = before.findLastIndex(block => block.is === 'heading')
  const heading = before[headingAt]?.label ?? null
  const isCounted = label.startsWith('¶')
  const nth = 1 + before.slice(headingAt + 1).filter(block => block.label.startsWith('¶')).length
  return [heading === null ? null : withoutCapital(shortened(heading)), isCounted ? `¶${nth}` : label]
}

function shortened(heading: string): string {
  const plain = heading.replaceAll(NOTE_CHARACTER, '').trim()
  if (plain.length <= MOST_HEADING_CHARACTERS) return plain
  const cut = plain.slice(0, MOST_HEADING_CHARACTERS)
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`
}

/** "Way forward" in the middle of a line; an acronym keeps its capitals. */
function withoutCapital(heading: string): string {
  return /^\p{Lu}\p{Ll}/u.test(heading) ? heading.charAt(0).toLowerCase() + heading.slice(1) : heading
}

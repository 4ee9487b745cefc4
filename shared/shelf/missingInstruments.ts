import type { MissingInstrument, ShelfEntry } from '../protocol/Shelf.ts'
import { instrumentOf } from './instrumentOf.ts'
import { instruments } from './instruments.ts'

/** The instruments of the field whose official text is not among these entries, each with the rendering that stands in for it. */
export function missingInstruments(entries: readonly ShelfEntry[]): readonly MissingInstrument[] {
  return instruments.flatMap(instrument => {
    const of = entries.filter(entry => instrumentOf(entry) === instrument)
    if (of.some(isOfficial)) return []
    const { title, symbol, year, published, place } = instrument
    return [{ title, symbol, year, published, place, rendering: of.find(({ isRendering }) => isRendering)?.id ?? null }]
  })
}

/** The entries whose place this text takes: the renderings of the instrument that it is the official text of. */
export function replacedBy(
  text: Pick<ShelfEntry, 'title' | 'symbol' | 'year' | 'isAgreed'>,
  entries: readonly ShelfEntry[],
): readonly ShelfEntry[] {
  const instrument = isOfficial({ ...text, isRendering: false }) ? instrumentOf(text) : null
  if (instrument === null) return []
  return entries.filter(entry => entry.isRendering && instrumentOf(entry) === instrument)
}

/** A text under an instrument's title that was not agreed is a draft of it, or somebody's account. */
function isOfficial({ isAgreed, isRendering }: Pick<ShelfEntry, 'isAgreed' | 'isRendering'>): boolean {
  return isAgreed && !isRendering
}

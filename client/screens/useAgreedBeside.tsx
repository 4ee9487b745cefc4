import { useEffect, useMemo, useRef, useState } from 'react'
import type { ComparedBlock } from '../../shared/compare/ComparedBlock.ts'
import type { TextProvenance } from '../provenance/provenanceMessages.ts'
import { agreedWords, placeNames } from '../views/agreedWords.ts'
import type { WithBlock } from '../views/ComparisonRowView.tsx'
import type { WordsMark } from '../views/ShownPieces.tsx'
import type { Desktop } from './Desktop.ts'

/**
 * What stands with each block of the draft in a comparison while agreed language is marked: the marks of its words, and how much of it
 * is agreed language from where. The same objects for the same words.
 */
export function useAgreedBeside(
  { provenance }: Desktop,
  draft: readonly ComparedBlock[] | null,
  isShown: boolean,
): (block: ComparedBlock) => WithBlock | null {
  const known = useRef(new Map<string, WithBlock | null>())
  const [found, setFound] = useState(0)
  useEffect(() => {
    const wanted = isShown ? [...new Set((draft ?? []).map(({ text }) => text))] : []
    const texts = wanted.filter(text => !known.current.has(text))
    let isWanted = true
    if (texts.length > 0)
      provenance?.texts(texts).then(answers => {
        for (const [index, text] of texts.entries()) known.current.set(text, besideOf(answers[index]))
        if (isWanted) setFound(count => count + 1)
      })
    return () => {
      isWanted = false
    }
  }, [provenance, draft, isShown])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function once more is known, so that the rows are drawn again
  return useMemo(
    () =>
      ({ text }: ComparedBlock) =>
        isShown ? (known.current.get(text) ?? null) : null,
    [isShown, found],
  )
}

function besideOf(found: TextProvenance | undefined): WithBlock | null {
  if (found === undefined || found.marks.length === 0) return null
  const { marks, share } = found
  return { marks: marks.flatMap(mark => wordsMark(mark)), below: <Source share={share} /> }
}

/** What alters agreed language is what the comparison shows anyway. */
function wordsMark({ is, from, to, places }: TextProvenance['marks'][number]): readonly WordsMark[] {
  if (is === 'altered') return []
  const says = `${is === 'agreed' ? 'Agreed language' : 'A name or formula, also in'}: ${places.map(({ name }) => name).join('; ')}`
  return [{ from, to, look: is, says }]
}

function Source({ share }: Pick<TextProvenance, 'share'>) {
  return share.agreed === 0 ? null : (
    <p className="cmp-source">
      {agreedWords(share)}: {placeNames(share.places)}
    </p>
  )
}

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Card } from '../../shared/projection/Card.ts'
import type { Passage } from '../../shared/projection/project.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import { blockElements, lineTops } from '../editor/drawnPlaces.ts'
import type { Desktop } from './Desktop.ts'

/** A block as it was measured: good while it reads alike, has the same size, and has the same cards. */
interface Measured {
  readonly passages: readonly Passage[]
  readonly cards: readonly Card[]
  readonly width: number
  readonly height: number
  /** Where its records' words begin, in pixels below its upper edge. */
  readonly inside: ReadonlyMap<ProposalId, number>
}

/**
 * Pixels from the upper edge of the sheet to each card's words, measured after each drawing. Of a block that has only moved no
 * line is measured again: asking the browser where hundreds of words stand would cost more than drawing them.
 */
export function useTops(
  desktop: Desktop,
  cardsByHost: ReadonlyMap<Host, readonly Card[]>,
): ReadonlyMap<ProposalId, number> {
  const [tops, setTops] = useState<ReadonlyMap<ProposalId, number>>(new Map())
  const measured = useRef(new Map<Host, Measured>())
  useLayoutEffect(() => {
    const draft = desktop.editor
    const sheet = document.getElementById('sheet')
    if (draft === null || sheet === null) return
    const { shown } = desktop.negotiation
    const origin = sheet.getBoundingClientRect().top
    const next = new Map<ProposalId, number>()
    for (const [host, block] of blockElements(draft.editor)) {
      const cards = cardsByHost.get(host)
      if (cards === undefined) continue
      const { top, width, height } = block.getBoundingClientRect()
      const passages = shown.passages(host)
      const before = measured.current.get(host)
      const isSame =
        before?.passages === passages && before.cards === cards && before.width === width && before.height === height
      if (!isSame) {
        const ids = cards.map(({ id }) => id)
        const lines = [...lineTops(draft.editor, shown, host, ids)]
        const inside = new Map(lines.map(([id, line]) => [id, line - top]))
        measured.current.set(host, { passages, cards, width, height, inside })
      }
      for (const [id, at] of measured.current.get(host)?.inside ?? []) next.set(id, Math.round(top - origin + at))
    }
    const isSame = next.size === tops.size && [...next].every(([id, top]) => tops.get(id) === top)
    if (!isSame) setTops(next)
  })
  useEffect(() => {
    const sheet = document.getElementById('sheet')
    if (sheet === null) return
    // The window gets narrower, or the fonts have come: the same words stand elsewhere.
    const observer = new ResizeObserver(desktop.tell)
    observer.observe(sheet)
    const forget = () => {
      measured.current.clear()
      desktop.tell()
    }
    document.fonts.addEventListener('loadingdone', forget)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', forget)
    }
  }, [desktop])
  return tops
}

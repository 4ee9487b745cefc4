import type { Editor } from '@tiptap/core'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Card } from '../../shared/projection/Card.ts'
import type { Passage } from '../../shared/projection/project.ts'
import type { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import type { Host } from '../../shared/table/Host.ts'
import type { ProposalId } from '../../shared/table/ids.ts'
import { blockElement, lineTops } from '../editor/drawnPlaces.ts'
import { blockPositions } from '../editor/redraw.ts'
import type { Desktop } from './Desktop.ts'

type CardsByHost = ReadonlyMap<Host, readonly Card[]>

/** A block as it was measured: good while it reads alike, has the same cards and the same size. */
interface Block {
  readonly passages: readonly Passage[]
  readonly cards: readonly Card[]
  readonly width: number
  readonly height: number
  /** Pixels from the upper edge of the sheet to its own. */
  readonly top: number
  /** Where its records' words begin, in pixels below its upper edge. */
  readonly inside: ReadonlyMap<ProposalId, number>
}

/**
 * Pixels from the upper edge of the sheet to each card's words, measured after each drawing. Only what may have moved is measured:
 * asking the browser where hundreds of words stand would cost more than drawing them.
 */
export function useTops(desktop: Desktop, cardsByHost: CardsByHost): ReadonlyMap<ProposalId, number> {
  const [tops, setTops] = useState<ReadonlyMap<ProposalId, number>>(new Map())
  const blocks = useRef<ReadonlyMap<Host, Block>>(new Map())
  const size = useRef('')
  useLayoutEffect(() => {
    const draft = desktop.editor
    const sheet = document.getElementById('sheet')
    if (draft === null || sheet === null) return
    const { top: origin, width, height } = sheet.getBoundingClientRect()
    const isResized = size.current !== `${width} ${height}`
    size.current = `${width} ${height}`
    const before = blocks.current
    blocks.current = measured(draft.editor, desktop.negotiation.shown, cardsByHost, before, origin, isResized)
    if (blocks.current === before) return
    const next = new Map<ProposalId, number>()
    for (const { top, inside } of blocks.current.values())
      for (const [id, at] of inside) next.set(id, Math.round(top + at))
    setTops(known => (next.size === known.size && [...next].every(([id, at]) => known.get(id) === at) ? known : next))
  })
  useEffect(() => {
    const sheet = document.getElementById('sheet')
    if (sheet === null) return
    // The window gets narrower, or the fonts have come: the same words stand elsewhere.
    const observer = new ResizeObserver(desktop.tellSoon)
    observer.observe(sheet)
    const forget = () => {
      blocks.current = new Map()
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

/** The blocks with cards, measured again where they read differently; all of them once one has grown or come. The same map when none was. */
function measured(
  editor: Editor,
  shown: ShownSheet,
  cardsByHost: CardsByHost,
  before: ReadonlyMap<Host, Block>,
  origin: number,
  isResized: boolean,
): ReadonlyMap<Host, Block> {
  const hosts = [...cardsByHost.keys()]
  const isKept = (host: Host) => {
    const block = before.get(host)
    return block?.passages === shown.passages(host) && block.cards === cardsByHost.get(host)
  }
  const stale = hosts.filter(host => !isKept(host))
  if (stale.length === 0 && hosts.length === before.size && !isResized) return before
  const places = blockPositions(editor.state)
  const next = new Map<Host, Block>()
  const measure = (host: Host) => {
    const at = places.get(host)
    const rectangle = at === undefined ? undefined : blockElement(editor, at)?.getBoundingClientRect()
    if (rectangle === undefined) return
    const { top, width, height } = rectangle
    const known = before.get(host)
    const isSame = known !== undefined && isKept(host) && known.width === width && known.height === height
    const cards = cardsByHost.get(host) ?? []
    const inside = isSame ? known.inside : insideOf(editor, shown, host, cards, top)
    next.set(host, { passages: shown.passages(host), cards, width, height, top: top - origin, inside })
  }
  for (const host of stale) measure(host)
  const hasGrown = stale.some(host => next.get(host)?.height !== before.get(host)?.height)
  const isMoved = isResized || hasGrown || hosts.length !== before.size
  for (const host of hosts) {
    const known = before.get(host)
    if (next.has(host)) continue
    if (isMoved || known === undefined) measure(host)
    else next.set(host, known)
  }
  return next
}

function insideOf(editor: Editor, shown: ShownSheet, host: Host, cards: readonly Card[], top: number) {
  const ids = cards.map(({ id }) => id)
  return new Map([...lineTops(editor, shown, host, ids)].map(([id, line]) => [id, line - top]))
}

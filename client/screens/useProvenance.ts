import { useEffect } from 'react'
import { type ShelfText, shelfSchema, shelfTextSchema } from '../../shared/protocol/Shelf.ts'
import { ask } from '../connection/ask.ts'
import { newProvenanceThread } from '../provenance/newProvenanceThread.ts'
import { Provenance } from '../provenance/Provenance.ts'
import type { Desktop } from './Desktop.ts'

/** Keeps on the desktop what of the draft is agreed language: reads the shelf, again when one comes back to the page, and follows the draft. */
export function useProvenance(desktop: Desktop, announce: (sentence: string) => void): void {
  useEffect(() => {
    const { shown, session } = desktop.negotiation
    const broken = () => announce('Prior texts cannot be searched in this browser.')
    const provenance = new Provenance(
      shown,
      onAnswer => newProvenanceThread(onAnswer, broken),
      hosts => {
        desktop.editor?.agreed.known(hosts)
        desktop.tellSoon()
      },
    )
    desktop.provenance = provenance
    const read = readShelf(session.capacity, texts => provenance.setTexts(texts))
    const stops = [desktop.page.onChange(() => provenance.follow()), desktop.shelf.onChange(read)]
    addEventListener('focus', read)
    read()
    return () => {
      removeEventListener('focus', read)
      for (const stop of stops) stop()
      desktop.provenance = null
      provenance.destroy()
    }
  }, [desktop, announce])
}

/** As many as a browser asks of one server at a time. */
const AT_ONCE = 6

/** Reads what is new on the shelf; tells of all its texts when any has come, gone or is described otherwise. */
function readShelf(capacity: string, onTexts: (texts: readonly ShelfText[]) => void): () => void {
  const known = new Map<string, ShelfText>()
  let told = ''
  let isUnderWay = false
  const as = `?as=${capacity}`
  const read = async () => {
    if (isUnderWay) return
    isUnderWay = true
    const shelf = await ask({ path: `/api/shelf${as}`, answers: shelfSchema })
    const wanted = (shelf.is === 'answered' ? shelf.answer.texts : []).filter(({ id }) => !known.has(id))
    const next = wanted.values()
    // Each takes the next one that nobody has taken.
    const carry = async () => {
      for (const { id } of next) {
        const text = await ask({ path: `/api/shelf/${id}${as}`, answers: shelfTextSchema })
        if (text.is === 'answered') known.set(id, text.answer)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, carry))
    isUnderWay = false
    if (shelf.is !== 'answered') return
    const texts = shelf.answer.texts.flatMap(entry => {
      const text = known.get(entry.id)
      return text === undefined ? [] : [{ ...text, ...entry }]
    })
    const now = JSON.stringify(texts.map(({ document: _, ...entry }) => entry))
    if (now !== told) onTexts(texts)
    told = now
  }
  return () => void read()
}

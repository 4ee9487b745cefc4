import { expect, test } from 'vitest'
import { bracketTokens } from '../../shared/notation/bracketTokens.ts'
import { printBrackets } from '../../shared/notation/printBrackets.ts'
import type { Sheet } from '../../shared/projection/Sheet.ts'
import { ShownCards } from '../../shared/projection/ShownCards.ts'
import { ShownSheet } from '../../shared/projection/ShownSheet.ts'
import type { Host } from '../../shared/table/Host.ts'
import { SeededRandom } from '../harness/SeededRandom.ts'
import { Run } from './randomNegotiation.ts'

const runs = process.env['ADREF_LONG'] === undefined ? 12 : 2_000
const stepsEach = 60

test(`R73: a sheet kept up to date, and its cards, show what one read anew shows, and it tells what changed, through ${runs} random negotiations`, {
  timeout: 3_600_000,
}, () => {
  const first = Number(process.env['ADREF_SEED'] ?? 1)
  let steps = 0
  for (let seed = first; seed < first + runs; seed++) steps += follow(seed)
  expect(steps).toBeGreaterThan((runs * stepsEach) / 2)
})

interface Said {
  readonly texts: ReadonlyMap<Host, string>
  readonly outline: string
}

/** Each person's sheet is refreshed now and then, as frames come, and compared with a fresh one. Returns how many steps it was followed. */
function follow(seed: number): number {
  const run = new Run(seed, seed % 2 === 0 ? 'as typed' : 'by act')
  const random = new SeededRandom(seed)
  const kept = new Map<Sheet, { readonly shown: ShownSheet; readonly cards: ShownCards; last: Said }>()
  for (let step = 0; step < stepsEach; step++) {
    try {
      run.step()
    } catch {
      // What must hold of a negotiation is the other test's to find; this one goes on with the next.
      return step
    }
    for (const { sheet } of run.stage.people) {
      const known = kept.get(sheet)
      if (known === undefined) {
        const shown = new ShownSheet(sheet)
        const cards = new ShownCards(shown)
        kept.set(sheet, { shown, cards, last: said(shown) })
        cards.read()
        continue
      }
      if (random.chance(1, 2)) continue
      const { shown, cards, last } = known
      const { changed, whole } = shown.refresh()
      const now = said(shown)
      known.last = now
      const where = `seed ${seed}, step ${step}: ${run.stage.log.slice(-3).join(' | ')}`
      const fresh = new ShownSheet(sheet)
      expect(now, where).toEqual(said(fresh))
      expect(cards.read(), where).toEqual(new ShownCards(fresh).read())
      fresh.destroy()
      if (whole) continue
      expect(now.outline, `${where}: the outline is not told`).toBe(last.outline)
      const untold = [...now.texts].filter(([host, text]) => last.texts.get(host) !== text && !changed.has(host))
      expect(untold, `${where}: these are not told`).toEqual([])
    }
  }
  return stepsEach
}

/** Everything a sheet shows: each text's passages and how it prints, and the order, labels and note numbers. */
function said(shown: ShownSheet): Said {
  const texts = new Map(
    shown.roots.map(({ host }) => {
      const passages = shown.passages(host)
      const printed = printBrackets(shown.sheet, bracketTokens(shown.sheet, passages))
      return [host, JSON.stringify([passages.map(({ path: _, ...passage }) => passage), printed])]
    }),
  )
  const outline = JSON.stringify([shown.roots.map(({ host }) => host), [...shown.labels], [...shown.numbers]])
  return { texts, outline }
}

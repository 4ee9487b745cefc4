// @vitest-environment jsdom
import { act, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ComparisonBar, type ComparisonBarProps } from '../../../client/views/ComparisonBar.tsx'
import { ComparisonHeads } from '../../../client/views/ComparisonHeads.tsx'
import { ComparisonRows } from '../../../client/views/ComparisonRows.tsx'
import type { ComparisonLayout, WithBlock } from '../../../client/views/ComparisonRowView.tsx'
import type { ComparedBlock } from '../../../shared/compare/ComparedBlock.ts'
import { compareTexts } from '../../../shared/compare/compareTexts.ts'
import { comparisonRows } from '../../../shared/compare/comparisonRows.ts'
import { comparisonTotals } from '../../../shared/compare/comparisonTotals.ts'
import { foldUnchanged } from '../../../shared/compare/foldUnchanged.ts'
import { paragraphs } from '../../shared/compare/textBlocks.ts'
import { all, fill, get, names, press, show, words } from './onPage.tsx'

const bread = 'Bread is baked in the morning, before the town wakes, by those whose turn it is.'
const boats = 'Boats are tied to the northern pier whenever the wind comes from the sea.'
const bells = 'The bells are rung twice on feast days and once on every other day of the week.'
const wells = 'Wells are cleaned in spring and in autumn, and nobody draws water on those days.'
const lamps = 'Lamps along the harbour are lit at dusk by the youngest of the watchmen.'

const old = paragraphs(bread, boats, bells, wells)
const now = paragraphs(boats, bells.replace('twice', 'three times'), lamps, bread)

interface Different {
  readonly layout?: ComparisonLayout
  readonly besideOf?: (block: ComparedBlock) => WithBlock | null
  readonly onGoTo?: (key: string) => void
}

function Rows({ layout = 'side by side', besideOf, onGoTo = () => {} }: Different) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  return (
    <ComparisonRows
      listed={foldUnchanged(comparisonRows(compareTexts(old, now)))}
      layout={layout}
      current={null}
      opened={opened}
      onFold={(fold, isOpen) => setOpened(new Set(isOpen ? fold.rows.map(({ key }) => key) : []))}
      onGoTo={onGoTo}
      {...(besideOf === undefined ? {} : { besideOf })}
    />
  )
}

const rowNames = () => names('article')

describe('two texts side by side', () => {
  it('R119: each row says what became of it, and what moved leads to where it went', () => {
    const onGoTo = vi.fn()
    show(<Rows onGoTo={onGoTo} />)
    expect(rowNames()).toEqual(['1: moved, see 4', '3 → 2: changed', '4: dropped', '3: new', '1 → 4: moved'])
    press('button', 'to 4')
    expect(onGoTo).toHaveBeenCalledWith('new 3')
    press('button', 'from 1')
    expect(onGoTo).toHaveBeenLastCalledWith('old 0')
  })

  it('R119: struck words are told from new ones without colour, and to who listens', () => {
    show(<Rows />)
    const row = get('article', '3 → 2: changed')
    expect(row.querySelector('[data-side=old] del')?.textContent).toBe('(deleted:) twice (end)')
    expect(row.querySelector('[data-side=new] ins')?.textContent).toBe('(inserted:) three times (end)')
    expect(row.querySelector('[data-side=old] ins, [data-side=new] del')).toBeNull()
  })

  it('R119: in one column struck words stand before those in their place', () => {
    show(<Rows layout="inline" />)
    expect(get('article', '3 → 2: changed').textContent).toContain(
      'rung (deleted:) twice (end) (inserted:) three times (end) on feast days',
    )
    expect(words()).toContain('3 → 2')
  })

  it('R120: what did not change is one line, which opens and closes', () => {
    show(<Rows />)
    const fold = () => get('button', /1 paragraph unchanged \(1\)/)
    expect(words()).not.toContain('northern pier')
    act(() => fold().click())
    expect(fold().getAttribute('aria-expanded')).toBe('true')
    expect(rowNames()).toContain('2 → 1: unchanged')
    act(() => fold().click())
    expect(words()).not.toContain('northern pier')
  })

  it('lets something stand under a paragraph of the new text, and marks its words', () => {
    const beside = {
      marks: [{ from: 4, to: 9, look: 'agreed' as const, says: 'agreed in 2019' }],
      below: <i>a source</i>,
    }
    show(<Rows besideOf={({ text }) => (text.startsWith('The bells') ? beside : null)} />)
    const found = [...document.querySelectorAll('.found')]
    expect(found.map(each => `${each.textContent}, ${each.getAttribute('title')}`)).toEqual(['bells, agreed in 2019'])
    expect(get('article', '3 → 2: changed').querySelector('[data-side=new] i')?.textContent).toBe('a source')
  })
})

describe('the bar above a comparison', () => {
  const bar = (different: Partial<ComparisonBarProps> = {}) =>
    show(
      <ComparisonBar
        totals={comparisonTotals(compareTexts(old, now))}
        isComparing={false}
        changes={4}
        at={null}
        onStep={() => {}}
        layout="side by side"
        onLayout={() => {}}
        onPrint={() => {}}
        onExport={() => {}}
        {...different}
      />,
    )

  it('R122: counts the changes, and says at which one is', () => {
    bar()
    expect(words()).toContain('4 changes')
    bar({ at: 1 })
    expect(words()).toContain('2 of 4')
    bar({ changes: 0 })
    expect(words()).toContain('no changes')
  })

  it('R122: leads to the next change and to the one before', () => {
    const onStep = vi.fn()
    bar({ onStep })
    press('button', 'Next change')
    press('button', 'Previous change')
    expect(onStep.mock.calls).toEqual([[1], [-1]])
  })

  it('R119: says in numbers how the texts differ', () => {
    bar()
    expect(words()).toContain('3 paired1 moved1 new1 dropped')
  })

  it('R77: has no choice of layouts where there is room for one only', () => {
    bar({ onLayout: null })
    expect(names('button')).not.toContain('Inline')
  })
})

describe('the heads of a comparison', () => {
  it('R118: both texts are chosen there: the prior one with its year and kind, and what of the draft', () => {
    const [onPrior, onReading] = [vi.fn(), vi.fn()]
    show(
      <ComparisonHeads
        priors={[
          {
            title: 'Prior texts',
            choices: [
              { id: 'a', title: 'Joint Ministerial Statement', year: 2014, kind: '' },
              { id: 'b', title: 'Summary of 2019', year: 2019, kind: 'not agreed' },
            ],
          },
        ]}
        prior="b"
        onPrior={onPrior}
        about="not agreed language"
        draft={{ title: 'The draft', about: 'live' }}
        readings={['clean', 'everything incorporated']}
        reading="clean"
        onReading={onReading}
      />,
    )
    const [prior, reading] = all('combobox')
    if (prior === undefined || reading === undefined) throw new Error('nothing to choose from')
    expect([...prior.querySelectorAll('option')].map(option => option.textContent)).toEqual([
      'Joint Ministerial Statement, 2014',
      'Summary of 2019 (not agreed)',
    ])
    fill(prior, 'a')
    fill(reading, 'everything incorporated')
    expect(onPrior).toHaveBeenCalledWith('a')
    expect(onReading).toHaveBeenCalledWith('everything incorporated')
  })
})

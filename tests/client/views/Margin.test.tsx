// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Margin, type MarginCard } from '../../../client/views/Margin.tsx'
import type { Host } from '../../../shared/table/Host.ts'
import { key, names, press, show, words } from './onPage.tsx'

const card = (id: string, y: number, root: Host = `block:${id}`): MarginCard => ({
  id,
  y,
  root,
  at: '18 (b)',
  content: size => <article aria-label={`${id} ${size}`}>{id}</article>,
})
const props = { active: null, current: null, onActivate: () => {}, onClose: () => {} }

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the column of cards', () => {
  it('stands in the order of the words', () => {
    show(<Margin {...props} cards={[card('b', 300), card('a', 10)]} />)
    expect(names('article')).toEqual(['a full', 'b full'])
  })

  it('is brief where a paragraph has more than three, but for the active one', () => {
    const four = ['a', 'b', 'c', 'd'].map((id, at) => card(id, at * 200, 'block:x'))
    show(<Margin {...props} active="c" cards={[...four, card('e', 900)]} />)
    expect(names('article')).toEqual(['a brief', 'b brief', 'c full', 'd brief', 'e full'])
  })

  it('folds a crowd behind its number and unfolds it when asked', () => {
    // jsdom lays nothing out; every card is 140 px high here.
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(140)
    show(<Margin {...props} cards={Array.from({ length: 8 }, (_, at) => card(`c${at}`, 100))} />)
    expect(names('article')).toHaveLength(3)
    press('button', '5 more here')
    expect(names('article')).toHaveLength(8)
  })

  it('keeps the cards of the paragraph one is at, though others crowd above it', () => {
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(140)
    const above = Array.from({ length: 3 }, (_, at) => card(`c${at}`, 100 + at, `block:${at}`))
    const cards = [...above, card('mine', 103), card('mine too', 104, 'block:mine')]
    const render = show(<Margin {...props} cards={cards} />)
    expect(names('article')).not.toContain('mine too full')
    render(<Margin {...props} cards={cards} current="block:mine" />)
    expect(names('article')).toEqual(expect.arrayContaining(['mine full', 'mine too full']))
  })

  it('tells which card was pressed', () => {
    const onActivate = vi.fn()
    show(<Margin {...props} onActivate={onActivate} cards={[card('a', 10), card('b', 300)]} />)
    press('article', 'b full')
    expect(onActivate).toHaveBeenCalledWith('b')
  })

  it('comes from below on a narrow page, with the cards of the current paragraph alone, and closes with Escape', () => {
    narrowPage()
    const onClose = vi.fn()
    const cards = [card('a', 10), card('b', 300), card('c', 310, 'block:b')]
    const render = show(<Margin {...props} cards={cards} onClose={onClose} />)
    expect(names('article')).toEqual([])
    render(<Margin {...props} cards={cards} onClose={onClose} current="block:b" />)
    expect(names('article')).toEqual(['b full', 'c full'])
    expect(words()).toContain('2 proposals')
    key(document.body, 'Escape')
    expect(onClose).toHaveBeenCalledOnce()
  })
})

function narrowPage(): void {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }))
}

// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import type { Connection } from '../../../client/views/ConnectionSentence.tsx'
import { TopBar, type TopBarProps } from '../../../client/views/TopBar.tsx'
import { capacityId } from '../../../shared/table/ids.ts'
import { eu, g77, now, us } from './cardOf.ts'
import { get, key, names, press, show, words } from './onPage.tsx'

function topBar(different: Partial<TopBarProps> = {}) {
  const props: TopBarProps = {
    title: 'Draft declaration',
    symbol: 'E/CN.7/2024/CRP.3',
    view: 'compilation',
    views: ['compilation', 'clean', 'ours taken'],
    onView: () => {},
    play: { brackets: 17, agreed: 25, paragraphs: 42 },
    asOf: now,
    here: [
      { party: eu, role: 'delegation', count: 2 },
      { party: us, role: 'delegation', count: 1 },
      { party: null, role: 'observer', count: 3 },
    ],
    speaking: speaking([]),
    connection: { is: 'saved' },
    menu: [],
    onShortcuts: () => {},
    onOutline: () => {},
    ...different,
  }
  show(<TopBar {...props} />)
}

function speaking(others: TopBarProps['speaking']['others'], onSwitch = () => {}): TopBarProps['speaking'] {
  return { person: 'A. Delegate', current: { id: capacityId('c1'), party: eu, role: 'delegation' }, others, onSwitch }
}

describe('the bar on top', () => {
  it('says what text it is, how far it is agreed, as of when, and for whom one speaks', () => {
    topBar()
    expect(words()).toContain('Draft declaration')
    expect(words()).toContain('17 brackets')
    expect(words()).toContain('25 of 42 agreed')
    expect(words()).toContain('text as of 14:46')
    expect(words()).toContain('You speak for: European Union')
  })

  it('counts one bracket as one', () => {
    topBar({ play: { brackets: 1, agreed: 0, paragraphs: 1 } })
    expect(words()).toContain('1 bracket·')
  })

  it('switches the view', () => {
    const onView = vi.fn()
    topBar({ onView })
    expect(get('radio', 'Compilation').getAttribute('aria-checked')).toBe('true')
    press('radio', 'Clean')
    expect(onView).toHaveBeenCalledWith('clean')
  })

  it('R74: has no "Ours taken" for who has no party', () => {
    topBar({ views: ['compilation', 'clean'] })
    expect(names('radio')).toEqual(['Compilation', 'Clean'])
  })

  it('R75: says who is here by party, never by person', () => {
    topBar()
    expect(names('button')).toContain('6 people here, of 3 parties and offices')
    press('button', /6 people/)
    expect(words()).toContain('European Union2')
    expect(words()).toContain('Observer3')
  })

  it('switches between two capacities by keyboard', () => {
    const onSwitch = vi.fn()
    topBar({ speaking: speaking([{ id: capacityId('c2'), party: g77, role: 'delegation' }], onSwitch) })
    key(get('button', /^You speak for: European Union/), 'Enter')
    expect(get('menuitemcheckbox', /European Union/).getAttribute('aria-checked')).toBe('true')
    key(get('menuitemcheckbox', /G77 and China/), 'Enter')
    expect(onSwitch).toHaveBeenCalledWith('c2')
  })

  it.each<[Connection, string, string]>([
    [{ is: 'saved' }, 'saved', 'off'],
    [{ is: 'saving' }, 'saving …', 'off'],
    [{ is: 'offline', unsent: true }, 'offline: your words are kept on this device', 'polite'],
    [{ is: 'reconnecting', unsent: false }, 'reconnecting …', 'polite'],
    [{ is: 'closed', sentence: 'The negotiation is closed.' }, 'The negotiation is closed.', 'polite'],
  ])('tells the connection %o in words', (connection, sentence, live) => {
    topBar({ connection })
    const line = document.querySelector('.connection')
    expect(line?.textContent).toBe(sentence)
    expect(line?.getAttribute('aria-live')).toBe(live)
  })

  it('opens the list of shortcuts and the outline', () => {
    const [onShortcuts, onOutline] = [vi.fn(), vi.fn()]
    topBar({ onShortcuts, onOutline })
    press('button', 'Keyboard shortcuts')
    press('button', 'Outline')
    expect(onShortcuts).toHaveBeenCalledOnce()
    expect(onOutline).toHaveBeenCalledOnce()
  })
})

// @vitest-environment jsdom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Outline, type OutlineEntry } from '../../../client/views/Outline.tsx'
import type { BlockStatus } from '../../../shared/table/Block.ts'
import { all, get, key, nameOf, names, press, show, words } from './onPage.tsx'

const paragraph = (label: string, brackets: number, status: BlockStatus = 'open'): OutlineEntry => ({
  is: 'paragraph',
  host: `block:${label.replace(' ', '')}`,
  label,
  words: `Words of ${label}`,
  brackets,
  status,
  proposed: label.endsWith('bis') ? 'additional' : null,
})
const entries: readonly OutlineEntry[] = [
  { is: 'chapter', host: 'block:II', label: 'II', words: 'Stocktaking' },
  paragraph('17', 2),
  paragraph('18', 1, 'agreed in informals'),
  paragraph('18 bis', 1),
]

describe('the outline', () => {
  it('says of each paragraph its number, first words, open brackets and status', () => {
    show(<Outline entries={entries} current={null} floor={null} onGoTo={() => {}} />)
    expect(names('link')).toEqual([
      'II. Stocktaking',
      '17Words of 172 open brackets, open',
      '18Words of 181 open bracket, agreed in informals',
      '18 bisWords of 18 bisnew, open',
    ])
  })

  it('goes where it is pressed, without leaving the page', () => {
    const onGoTo = vi.fn()
    show(<Outline entries={entries} current={null} floor={null} onGoTo={onGoTo} />)
    press('link', /^17/)
    expect(onGoTo).toHaveBeenCalledWith('block:17')
    expect(location.hash).toBe('')
  })

  it('marks the paragraph one is at, and the one on the floor', () => {
    show(<Outline entries={entries} current="block:18" floor="block:17" onGoTo={() => {}} />)
    expect(all('link').map(link => link.getAttribute('aria-current'))).toEqual([null, null, 'location', null])
    expect(nameOf(get('link', /^17/))).toContain('on the floor')
  })

  it('is one stop of the Tab key; arrows, Home and End move within it', () => {
    show(<Outline entries={entries} current="block:18" floor={null} onGoTo={() => {}} />)
    const [chapter, , eighteen, bis] = all('link')
    expect(all('link').filter(link => link.tabIndex === 0)).toEqual([eighteen])
    act(() => eighteen?.focus())
    const at = () => document.activeElement
    key(at() ?? document.body, 'ArrowDown')
    expect(at()).toBe(bis)
    key(at() ?? document.body, 'ArrowDown')
    expect(at()).toBe(bis)
    key(at() ?? document.body, 'Home')
    expect(at()).toBe(chapter)
  })

  it('says when there is nothing yet', () => {
    show(<Outline entries={[]} current={null} floor={null} onGoTo={() => {}} />)
    expect(words()).toContain('The text has no paragraphs yet.')
  })
})

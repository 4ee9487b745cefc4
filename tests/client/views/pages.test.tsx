// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { StatusLine } from '../../../client/design/StatusLine.tsx'
import { BandOursTaken } from '../../../client/views/BandOursTaken.tsx'
import { writeMoment } from '../../../client/views/Clock.tsx'
import { NegotiationPage } from '../../../client/views/NegotiationPage.tsx'
import { NewNegotiation, type NewNegotiationState } from '../../../client/views/NewNegotiation.tsx'
import { NotFound } from '../../../client/views/NotFound.tsx'
import { type PageState, StatusSentence } from '../../../client/views/StatusSentence.tsx'
import type { ReadBlock, ReadDocument } from '../../../shared/exchange/ReadDocument.ts'
import { now } from './cardOf.ts'
import { all, fill, get, names, press, show, words } from './onPage.tsx'

const nothing = () => {}
const block = (kind: ReadBlock['kind'], label: string, text: string): ReadBlock => ({
  kind,
  label,
  level: 0,
  text,
  marks: [],
  italics: [],
})
const document_: ReadDocument = {
  title: 'A declaration',
  symbol: null,
  blocks: [block('title', '', 'A declaration'), block('paragraph', '1', 'First.'), block('paragraph', '3', 'Third.')],
  notes: [],
  warnings: [{ sentence: 'The number 2 is missing.', block: 2 }],
}

describe('a new negotiation', () => {
  const page = (state: NewNegotiationState, more: Partial<Parameters<typeof NewNegotiation>[0]> = {}) =>
    show(
      <NewNegotiation
        state={state}
        text=""
        over={false}
        onText={nothing}
        onRead={nothing}
        onBack={nothing}
        onCreate={nothing}
        onCopy={nothing}
        {...more}
      />,
    )

  it('reads a pasted text', () => {
    const onRead = vi.fn()
    const onText = vi.fn()
    page({ is: 'choosing', refused: null }, { text: '1. First.', onText, onRead })
    fill(get('textbox', /Text/), '1. First, again.')
    expect(onText).toHaveBeenCalledWith('1. First, again.')
    press('button', 'Read the text')
    expect(onRead).toHaveBeenCalledWith({ is: 'text', text: '1. First.' })
  })

  it('R81: says why a text could not be read', () => {
    page({ is: 'choosing', refused: 'It is longer than 2 MB.' })
    expect(get('alert', /It is longer than 2 MB\./)).toBeTruthy()
  })

  it('can be given up while it reads', () => {
    const onBack = vi.fn()
    page({ is: 'reading', name: 'draft.txt', sent: 0.4 }, { onBack })
    expect(get('status', /Sending draft\.txt/)).toBeTruthy()
    expect(get('progressbar', 'Sent').getAttribute('value')).toBe('0.4')
    press('button', 'Cancel')
    expect(onBack).toHaveBeenCalledOnce()
  })

  it('R82: shows what was read and leads from each warning to its block', () => {
    page({ is: 'reviewing', document: document_, refused: null, busy: false })
    expect(words()).toContain('2 paragraphs.')
    expect(words()).toContain('The number 2 is missing.')
    const href = get('link', 'Show 3').getAttribute('href') ?? ''
    expect(document.getElementById(href.slice(1))?.textContent).toContain('Third.')
  })

  it('is created once a party is named, by act unless chosen otherwise', () => {
    const onCreate = vi.fn()
    page({ is: 'reviewing', document: document_, refused: null, busy: false }, { onCreate })
    press('button', 'Create the negotiation')
    expect(onCreate).not.toHaveBeenCalled()
    expect(words()).toContain('It needs a party')
    fill(get('textbox', 'Full name of party 1'), 'European Union')
    fill(get('textbox', 'Short name of party 1'), 'EU')
    press('button', 'Create the negotiation')
    expect(onCreate).toHaveBeenCalledWith({
      title: 'A declaration',
      parties: [{ name: 'European Union', short: 'EU', kind: 'state' }],
      tabling: 'by act',
      labels: 'running',
    })
  })

  it('does not let two parties print alike', () => {
    page({ is: 'reviewing', document: document_, refused: null, busy: false })
    for (const each of ['1', '2']) {
      fill(get('textbox', `Full name of party ${each}`), `Party ${each}`)
      fill(get('textbox', `Short name of party ${each}`), 'P')
    }
    expect(words()).toContain('Two parties have the same short name.')
  })

  it('hands out a link for each capacity', () => {
    const onCopy = vi.fn()
    const links = [{ link: 'https://example.org/join/x', role: 'facilitator', party: null, person: null }] as const
    page({ is: 'created', title: 'A declaration', links, own: 'https://example.org/join/y' }, { onCopy })
    expect(get('link', 'Open it as the Secretariat').getAttribute('href')).toMatch(/join\/y$/)
    press('button', 'Copy the link for Facilitator')
    expect(onCopy).toHaveBeenCalledWith('https://example.org/join/x')
  })
})

describe('a state of the page', () => {
  const states: readonly PageState[] = [
    { is: 'loading', what: 'the text' },
    { is: 'empty' },
    { is: 'offline', unsent: true },
    { is: 'offline', unsent: false },
    { is: 'read-only', why: 'observer' },
    { is: 'read-only', why: 'agreed' },
    { is: 'read-only', why: 'view' },
    { is: 'refused', sentence: 'It was refused.' },
    { is: 'closed', sentence: 'It is closed.' },
  ]

  it.each(states)('is a sentence of its own: %o', state => {
    show(<StatusSentence state={state} act={null} place="band" />)
    const urgent = state.is === 'refused' || state.is === 'closed'
    expect(names(urgent ? 'alert' : 'status')).toHaveLength(1)
    expect(words()).toMatch(/[.…]$/)
  })

  it('offers what to do next', () => {
    const onAct = vi.fn()
    show(<StatusSentence state={{ is: 'empty' }} act={{ label: 'Write', onAct }} place="page" />)
    press('button', 'Write')
    expect(onAct).toHaveBeenCalledOnce()
  })
})

describe('the page', () => {
  it('has the sheet as its main part, beside outline and cards', () => {
    show(
      <NegotiationPage
        view="compilation"
        top={<header />}
        band={null}
        outline={<nav />}
        outlineOpen={false}
        onCloseOutline={nothing}
        sheet={<p>The text.</p>}
        margin={<aside />}
      >
        {null}
      </NegotiationPage>,
    )
    expect(document.querySelector('main.sheet')?.textContent).toBe('The text.')
  })

  it('says of "Ours taken" that it is not the text on the table', () => {
    show(<BandOursTaken party="European Union" taken={4} untabled={1} onBack={nothing} />)
    expect(words()).toContain('Not the text on the table.')
    expect(words()).toContain('4 proposals of European Union taken, 1 of them not tabled')
  })

  it('keeps what happened in sight until it is dismissed', () => {
    const onDismiss = vi.fn()
    const message = { sentence: 'Tabled.', tone: 'said', act: null } as const
    const render = show(<StatusLine message={null} onDismiss={onDismiss} />)
    expect(all('button')).toEqual([])
    render(<StatusLine message={message} onDismiss={onDismiss} />)
    expect(words()).toContain('Tabled.')
    press('button', 'Dismiss')
    expect(onDismiss).toHaveBeenCalledOnce()
  })

  it.each(['page', 'link', 'negotiation'] as const)('where there is no such %s, says what to do', what => {
    show(<NotFound what={what} />)
    expect(document.querySelector('h1')?.textContent).not.toBe('')
    expect(words()).toMatch(/link/)
  })
})

describe('a moment', () => {
  it('is as short as it stays exact', () => {
    const hour = 3_600_000
    expect(writeMoment(now - hour, now)).toBe('13:46')
    expect(writeMoment(now, now, 'seconds')).toBe('14:46:08')
    expect(writeMoment(now - 48 * hour, now)).toBe('12 Mar, 14:46')
    expect(writeMoment(new Date(2023, 11, 31, 9, 5).getTime(), now)).toBe('31 Dec 2023, 09:05')
  })
})

// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { FacilitatorPreview, type FacilitatorPreviewProps } from '../../../client/views/FacilitatorPreview.tsx'
import { proposalId } from '../../../shared/table/ids.ts'
import { g77, now, stanceOf, us } from './cardOf.ts'
import { fill, get, names, press, show, words } from './onPage.tsx'

function preview(different: Partial<FacilitatorPreviewProps> = {}) {
  const props: FacilitatorPreviewProps = {
    texts: [{ label: '18 (b)', before: 'so high;', after: 'so high, and rising;' }],
    nested: [],
    onChoose: () => {},
    objections: [],
    superseded: [],
    asOf: now,
    refused: null,
    movedOn: false,
    busy: false,
    onIncorporate: () => {},
    onSetAside: () => {},
    onCancel: () => {},
    ...different,
  }
  show(<FacilitatorPreview {...props} />)
}

describe('the facilitator’s preview', () => {
  it('R50: shows the text as it will read, changes marked, and as of when', () => {
    preview()
    expect(words()).toContain('18 (b) would read')
    expect(document.querySelector('ins')?.textContent).toBe(', and rising')
    expect(words()).toContain('Text as of 14:46:08.')
  })

  it('incorporates at one press where nobody objects', () => {
    const onIncorporate = vi.fn()
    preview({ onIncorporate })
    press('button', 'Incorporate')
    expect(onIncorporate).toHaveBeenCalledOnce()
  })

  it('names who objects, and incorporates over an objection only when it has been said again (D8)', () => {
    const onIncorporate = vi.fn()
    preview({ objections: [stanceOf(us, 'delete', 'not a cause')], onIncorporate })
    expect(words()).toContain('One party still objects:')
    expect(words()).toContain('United States: delete, not a cause, 14:46')
    expect(names('button')).not.toContain('Incorporate')
    press('button', 'Incorporate over the objection…')
    expect(onIncorporate).not.toHaveBeenCalled()
    expect(words()).toContain('over the objection of US')
    press('button', 'Incorporate over the objection')
    expect(onIncorporate).toHaveBeenCalledOnce()
  })

  it('R52: lists nested proposals by party, each to be taken or left', () => {
    const onChoose = vi.fn()
    const id = proposalId('p2')
    preview({ nested: [{ id, party: g77, saying: { is: 'insert', text: 'soon' }, chosen: false }], onChoose })
    expect(words()).toContain('G77 insert soon')
    expect(words()).toContain('Stays open and moves along.')
    press('checkbox', /G77/)
    expect(onChoose).toHaveBeenCalledWith(id, true)
  })

  it('R74: says why it cannot be done, and then has no button for it', () => {
    preview({ refused: 'The paragraph is agreed in informals; it must be reopened first.' })
    expect(words()).toContain('it must be reopened first')
    expect(names('button')).toEqual(['Set aside…', 'Close'])
  })

  it('R51: says that the text has moved on', () => {
    preview({ movedOn: true })
    expect(get('alert', /Nothing was decided/)).toBeTruthy()
  })

  it('sets aside with a reason, which may stay empty', () => {
    const onSetAside = vi.fn()
    preview({ onSetAside })
    press('button', 'Set aside…')
    fill(get('textbox', /Reason/), '  Taken up under 27. ')
    press('button', 'Set aside')
    expect(onSetAside).toHaveBeenCalledWith('Taken up under 27.')
  })
})

// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { DecisionsPanel } from '../../../client/views/DecisionsPanel.tsx'
import { InviteDialog } from '../../../client/views/InviteDialog.tsx'
import { ShortcutsDialog } from '../../../client/views/ShortcutsDialog.tsx'
import { StanceForm } from '../../../client/views/StanceForm.tsx'
import { type TablePiece, TablePreview } from '../../../client/views/TablePreview.tsx'
import { UnplacedTray } from '../../../client/views/UnplacedTray.tsx'
import { capacityId, decisionId, proposalId } from '../../../shared/table/ids.ts'
import { eu, g77, now, us } from './cardOf.ts'
import { fill, get, key, names, press, show, words } from './onPage.tsx'

const nothing = () => {}

describe('a reserve', () => {
  it('R41: is pending instructions unless something else is chosen', () => {
    const onReserve = vi.fn()
    show(<StanceForm party="EU" paragraphs={['12', '18 bis']} busy={false} onReserve={onReserve} onCancel={nothing} />)
    press('button', 'Reserve')
    expect(onReserve).toHaveBeenCalledWith('pending instructions')
  })

  it('R41: names the paragraph it waits for', () => {
    const onReserve = vi.fn()
    show(<StanceForm party="EU" paragraphs={['12', '18 bis']} busy={false} onReserve={onReserve} onCancel={nothing} />)
    press('radio', 'pending paragraph …')
    fill(get('combobox', /Paragraph/), '18 bis')
    press('button', 'Reserve')
    expect(onReserve).toHaveBeenCalledWith('pending paragraph 18 bis')
  })

  it('R41: waits for its reason where another is given', () => {
    const onReserve = vi.fn()
    show(<StanceForm party="EU" paragraphs={[]} busy={false} onReserve={onReserve} onCancel={nothing} />)
    expect(names('radio')).toEqual(['pending instructions', 'for another reason'])
    press('radio', 'for another reason')
    expect(get('button', 'Reserve').hasAttribute('disabled')).toBe(true)
    fill(get('textbox', /Reason/), 'the figures are being checked')
    press('button', 'Reserve')
    expect(onReserve).toHaveBeenCalledExactlyOnceWith('the figures are being checked')
  })
})

describe('the preview of tabling', () => {
  const piece = (different: Partial<TablePiece>): TablePiece => ({
    id: proposalId('p1'),
    at: '18 (a)',
    print: [
      { is: 'words', text: 'widening', ink: null },
      { is: 'mark', text: '[', ink: 0 },
      { is: 'inserted', text: ', also online', ink: 0 },
      { is: 'who', text: ' – EU', ink: 0 },
      { is: 'mark', text: ']', ink: 0 },
    ],
    chosen: true,
    changed: null,
    refused: null,
    ...different,
  })
  const preview = (pieces: readonly TablePiece[], onTable = nothing, onClose = nothing) =>
    show(
      <TablePreview
        open
        party="European Union"
        pieces={pieces}
        onChoose={nothing}
        movedOn={false}
        refused={null}
        busy={false}
        onTable={onTable}
        onClose={onClose}
      />,
    )

  it('R30: shows each piece as it will print, and has its button ready under the Enter key', () => {
    const onTable = vi.fn()
    preview([piece({})], onTable)
    expect(words()).toContain('widening[, also online – EU]')
    expect(document.activeElement).toBe(get('button', 'Table'))
    press('button', 'Table')
    expect(onTable).toHaveBeenCalledOnce()
  })

  it('says what cannot be tabled and why, and counts only the rest', () => {
    preview([
      piece({}),
      piece({ id: proposalId('p2'), at: '19' }),
      piece({ id: proposalId('p3'), refused: 'It is agreed.' }),
    ])
    expect(names('button')).toContain('Table 2 proposals')
    expect(words()).toContain('It cannot be tabled: It is agreed. It stays with you.')
  })

  it('closes with Escape', () => {
    const onClose = vi.fn()
    preview([piece({})], nothing, onClose)
    key(document.body, 'Escape')
    expect(onClose).toHaveBeenCalledOnce()
  })
})

describe('words without a place', () => {
  it('R20: are shown with what happened, to be copied, put back or discarded', () => {
    const [onCopy, onPutBack, onDiscard] = [vi.fn(), vi.fn(), vi.fn()]
    const lost = { at: '18 (b)', words: ', of the young', sentence: 'Its place was deleted.', writtenAt: now }
    const unplaced = [
      { id: 'a', ...lost, canPutBack: true },
      { id: 'b', ...lost, canPutBack: false },
    ]
    show(<UnplacedTray open onClose={nothing} {...{ unplaced, onCopy, onPutBack, onDiscard }} />)
    expect(names('button')).toEqual(['Put back', 'Copy', 'Discard', 'Copy', 'Discard', 'Close'])
    expect(words()).toContain('Its place was deleted.')
    press('button', 'Put back')
    expect(onPutBack).toHaveBeenCalledWith('a')
  })
})

describe('the record of decisions', () => {
  it('R60: says who decided what, when, over whose objection, with the words before and after', () => {
    const onTakeBack = vi.fn()
    const id = decisionId('d1')
    show(
      <DecisionsPanel
        open
        busy={false}
        onTakeBack={onTakeBack}
        onGoTo={nothing}
        onClose={nothing}
        entries={[
          {
            decision: {
              id,
              at: now,
              person: 'A. Chair',
              capacity: capacityId('c'),
              is: 'incorporate',
              proposals: [proposalId('p1')],
            },
            at: '18 (b)',
            parties: [g77],
            objecting: [us],
            texts: [{ label: '18 (b)', before: 'so high', after: 'so low' }],
            sayings: [],
            takenBack: false,
            mayTakeBack: true,
          },
        ]}
      />,
    )
    expect(words()).toContain('A. Chair incorporated the proposal of G77.')
    expect(words()).toContain('Objecting: United States')
    expect(document.querySelector('del')?.textContent).toBe('high')
    expect(document.querySelector('ins')?.textContent).toBe('low')
    press('button', 'Take back the decision on 18 (b)')
    expect(onTakeBack).toHaveBeenCalledWith(id)
  })
})

describe('an invitation', () => {
  it('needs a name; an observer speaks for nobody', () => {
    const onInvite = vi.fn()
    show(
      <InviteDialog
        open
        roles={['delegation', 'observer']}
        parties={[eu, us]}
        busy={false}
        refused={null}
        made={[]}
        onInvite={onInvite}
        onCopy={nothing}
        onClose={nothing}
      />,
    )
    press('button', 'Make the link')
    expect(onInvite).not.toHaveBeenCalled()
    fill(get('textbox', /Name/), ' B. Delegate ')
    press('button', 'Make the link')
    expect(onInvite).toHaveBeenCalledWith({ role: 'delegation', party: eu.id, person: 'B. Delegate' })
    fill(get('combobox', /Role/), 'observer')
    press('button', 'Make the link')
    expect(onInvite).toHaveBeenLastCalledWith({ role: 'observer', party: null, person: 'B. Delegate' })
  })
})

describe('the list of shortcuts', () => {
  it('says what each key does', () => {
    const groups = [{ title: 'Negotiate', shortcuts: [{ keys: ['Ctrl', 'Enter'], does: 'table' }] }]
    show(<ShortcutsDialog open groups={groups} onClose={nothing} />)
    expect(get('dialog', /Keyboard/)).toBeTruthy()
    expect(words()).toContain('Ctrl + Entertable')
  })
})

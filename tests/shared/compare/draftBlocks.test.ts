import { describe, expect, test } from 'vitest'
import { draftBlocks } from '../../../shared/compare/draftBlocks.ts'
import { enterParagraph } from '../../../shared/desk/editParagraphs.ts'
import { ShownSheet } from '../../../shared/projection/ShownSheet.ts'
import { proposalHost } from '../../../shared/table/Host.ts'
import { noteMark } from '../../../shared/table/words.ts'
import { layOut } from '../../harness/layOut.ts'
import { hostOf } from '../../harness/printHost.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

const readings = ['clean', 'ours taken', 'everything incorporated'] as const

/** What is compared of a room with one paragraph, in each reading, for a party. */
function readingsOf(notation: string, party: string): readonly string[] {
  const { sheet } = layOut(notation).person(party)
  return readings.map(reading =>
    draftBlocks(sheet, reading)
      .map(({ text }) => text)
      .join(' | '),
  )
}

describe('what of the draft is compared', () => {
  test('R118: is the clean text, the text with one’s own proposals, or with everybody’s', () => {
    expect(readingsOf('States shall [promote / ensure - EU / protect - US] rights[ for all - Japan].', 'EU')).toEqual([
      'States shall promote rights.',
      'States shall ensure rights.',
      'States shall ensure protect rights for all.',
    ])
  })

  test('R118: with everything incorporated, what a rival proposes on proposed words does not take them away', () => {
    expect(readingsOf('We are in [extreme[ and lasting - Japan] - US; EU delete] need.', 'Japan').at(-1)).toBe(
      'We are in extreme need.',
    )
  })

  test('R118: a paragraph all struck is not in it, and a proposed one is once it is taken', () => {
    const room = new TestRoom(['We shall meet.', 'We shall eat.'], ['EU', 'US'])
    const [eu, us] = [room.person('EU'), room.person('US')]
    eu.strike('We shall eat.', '2')
    const id = enterParagraph(us.editing, hostOf(us.sheet, '1'), 'We shall meet.'.length)
    if (id === null) throw new Error('no paragraph')
    us.editHost(proposalHost(id), 0, 0, 'We shall sing.')
    room.flush()
    const read = (person: typeof eu) =>
      readings.map(reading => draftBlocks(person.sheet, reading).map(({ label, text }) => `${label}: ${text}`))
    const [meet, eat, sing] = ['1: We shall meet.', '2: We shall eat.', '1 bis: We shall sing.']
    expect(read(eu)).toEqual([[meet, eat], [meet], [meet, sing]])
    expect(read(us)).toEqual([
      [meet, eat],
      [meet, sing, eat],
      [meet, sing],
    ])
  })

  test('R103, R110: notes are told by what they cite, and numbered as this reading numbers them', () => {
    const room = new TestRoom([`We act.${noteMark}`, `We report.${noteMark}`], ['EU'])
    const eu = room.person('EU')
    eu.strike(`We act.${noteMark}`)
    const marks = readings.map(reading => draftBlocks(eu.sheet, reading).flatMap(block => block.marks))
    expect(marks[0]).toEqual([
      { label: '1', cites: 'resolution 1' },
      { label: '2', cites: 'resolution 2' },
    ])
    expect(marks[1]).toEqual([{ label: '1', cites: 'resolution 2' }])
  })

  test('R118: a sheet read with its known passages reads the same', () => {
    const { person } = layOut('States [shall[ all - Japan] - EU] [promote / ensure - EU, US] rights[ now - US].')
    for (const party of ['EU', 'US', 'Japan']) {
      const { sheet } = person(party)
      const shown = new ShownSheet(sheet)
      for (const reading of readings)
        expect(draftBlocks(sheet, reading, host => shown.passages(host))).toEqual(draftBlocks(sheet, reading))
    }
  })
})

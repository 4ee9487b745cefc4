import { describe, expect, test } from 'vitest'
import { comparedBlocks } from '../../../shared/compare/comparedBlocks.ts'
import { draftBlocks } from '../../../shared/compare/draftBlocks.ts'
import { documentOf } from '../../../shared/exchange/documentOf.ts'
import { noteMark } from '../../../shared/table/words.ts'
import { layOut } from '../../harness/layOut.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

const readings = ['clean', 'ours taken', 'everything incorporated'] as const

describe('the sheet as a document', () => {
  test('R117: says in each reading what the sheet compares', () => {
    const { person } = layOut('States [shall[ all - Japan] - EU] [promote / ensure - EU, US] rights[ now - US].')
    for (const party of ['EU', 'US', 'Japan']) {
      const { sheet } = person(party)
      for (const reading of readings)
        expect(comparedBlocks(documentOf(sheet, reading))).toEqual(
          draftBlocks(sheet, reading).map(({ host: _, ...block }) => block),
        )
    }
  })

  test('R117: its notes are numbered as the reading numbers them, and what has no words left is not in it', () => {
    const room = new TestRoom([`We act.${noteMark}`, `We report.${noteMark}`], ['EU'])
    const eu = room.person('EU')
    eu.strike(`We act.${noteMark}`)
    const [clean, ours] = [documentOf(eu.sheet, 'clean'), documentOf(eu.sheet, 'ours taken')]
    expect(clean.blocks.map(({ label, marks }) => ({ label, marks }))).toEqual([
      { label: '1', marks: [{ at: 7, note: '1' }] },
      { label: '2', marks: [{ at: 10, note: '2' }] },
    ])
    expect(clean.notes.map(({ label }) => label)).toEqual(['1', '2'])
    expect(ours.blocks.map(({ label, text }) => ({ label, text }))).toEqual([
      { label: '2', text: `We report.${noteMark}` },
    ])
    expect(ours.notes.map(({ label }) => label)).toEqual(['1'])
  })
})

import { describe, expect, it } from 'vitest'
import type { ReadBlock, ReadDocument } from '../../../shared/exchange/ReadDocument.ts'
import { readText } from '../../../shared/exchange/readText.ts'
import { declaration2019 } from '../../../shared/specimen/declaration2019.ts'
import { draftMidterm } from '../../../shared/specimen/draftMidterm.ts'
import { specimenProposals } from '../../../shared/specimen/specimenProposals.ts'
import { specimenBlocks } from './specimenBlocks.ts'

const noteCharacter = '\uFFFC'

function read(specimen: string): ReadDocument {
  const result = readText(specimen)
  if ('refused' in result) throw new Error(result.refused)
  return result
}

/** What the reader found under the labels by which the specimen's proposals name their places. */
function labelled({ blocks, notes }: ReadDocument): ReadonlyMap<string, string> {
  let paragraph = ''
  const labelOf = ({ kind, label }: ReadBlock): string => {
    if (kind === 'paragraph') paragraph = label
    return kind === 'subparagraph' ? `${paragraph} (${label})` : kind === 'paragraph' ? label : kind
  }
  const body = blocks.map(block => [labelOf(block), block.text] as const)
  return new Map([...body, ...notes.map(({ label, text }) => [`note ${label}`, text] as const)])
}

/** A raw text as the reader gives it: one character for each note mark, no stars. */
const asRead = (raw: string) => raw.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, noteCharacter).replaceAll('*', '')

describe.each([
  { name: 'the declaration of 2019', specimen: declaration2019 },
  { name: 'the draft for the midterm review', specimen: draftMidterm },
])('reading $name', ({ specimen }) => {
  const document = read(specimen)
  const plain = specimenBlocks(specimen)

  it('gives no warning', () => {
    expect(document.warnings).toEqual([])
  })

  it('finds the title, every masthead line, every chapter and section', () => {
    const of = (kind: ReadBlock['kind']) => document.blocks.filter(block => block.kind === kind)
    expect(document.title).toBe(plain.title)
    expect(of('masthead').map(({ text }) => text)).toEqual(plain.masthead)
    const headings = document.blocks.filter(({ kind }) => kind === 'chapter' || kind === 'section')
    expect(headings.map(({ label, text }) => `${label}. ${text}`)).toEqual(plain.headings)
    expect(of('chapter').map(({ label }) => label)).toEqual(['I', 'II', 'III'])
  })

  it('finds every paragraph, lettered item and note under its label, with its words', () => {
    const found = labelled(document)
    for (const [label, raw] of plain.texts) expect(`${label}: ${found.get(label)}`).toBe(`${label}: ${asRead(raw)}`)
    const written = document.blocks.filter(({ kind }) => /chapeau|paragraph/.test(kind)).length + document.notes.length
    expect(written).toBe(plain.texts.size)
  })

  it('keeps the eight note marks in order', () => {
    const marks = document.blocks.flatMap(block => block.marks.map(({ note }) => note))
    expect(marks).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
  })

  it('reads (i) as the ninth challenge and not as the first item of a list under (h)', () => {
    const levels = document.blocks.filter(({ kind }) => kind === 'subparagraph').map(({ level }) => level)
    expect(new Set(levels)).toEqual(new Set([1]))
  })
})

describe('the draft as it is read', () => {
  it('has the place of every proposal on it exactly once', () => {
    const found = labelled(read(draftMidterm))
    for (const proposal of specimenProposals) {
      if (proposal.kind === 'paragraph') expect(found.has(proposal.after), proposal.key).toBe(true)
      else if (!proposal.at.startsWith('proposal:')) {
        const pieces = (found.get(proposal.at) ?? '').split(proposal.before + proposal.find)
        expect(pieces, proposal.key).toHaveLength(2)
      }
    }
  })

  it('has its symbol', () => {
    expect(read(draftMidterm).symbol).toBe('E/CN.7/2024/CRP.3')
  })
})

import { describe, expect, test } from 'vitest'
import { Comparer } from '../../../client/comparison/Comparer.ts'
import type { ComparisonAsked } from '../../../client/comparison/ComparisonMessages.ts'
import type { ComparisonPortEvents } from '../../../client/comparison/ComparisonPort.ts'
import { type ComparisonState, FollowedComparison } from '../../../client/comparison/FollowedComparison.ts'
import type { ComparedBlock } from '../../../shared/compare/ComparedBlock.ts'
import { paragraphs } from '../../shared/compare/textBlocks.ts'

const old = paragraphs('We meet on Monday morning.', 'We eat together at noon.')
const other = paragraphs('The boats are tied to the pier.')
const now = paragraphs('We meet on Tuesday morning.', 'We eat together at noon.')
const later = paragraphs('We meet on Tuesday morning.', 'We eat alone at noon.')

/** A comparison whose worker answers when it is told to. */
function follow(clock = () => 0) {
  const asked: ComparisonAsked[] = []
  const states: ComparisonState<ComparedBlock>[] = []
  const opened: { readonly comparer: Comparer; readonly events: ComparisonPortEvents }[] = []
  const comparison = new FollowedComparison<ComparedBlock>(
    events => {
      opened.push({ comparer: new Comparer(clock), events })
      return { ask: question => asked.push(question), close: () => {} }
    },
    state => states.push(state),
  )
  let answered = 0
  const answer = () => {
    const [port, question] = [opened.at(-1), asked[answered++]]
    if (port === undefined || question === undefined) throw new Error('nothing was asked')
    // As a message between two threads is: nothing is the same object on the other side.
    for (const each of port.comparer.answers(structuredClone(question))) port.events.onAnswer(structuredClone(each))
  }
  const texts = () => states.map(state => (state.is === 'compared' ? textOf(state.comparison.new) : state.is))
  return { comparison, asked, states, opened, answer, texts }
}

const textOf = (blocks: readonly ComparedBlock[]) => blocks.map(({ text }) => text).join(' ')

describe('a comparison that follows the draft', () => {
  test('R123: asks one question at a time, and of what changes meanwhile only the last', () => {
    const { comparison, asked, answer, texts } = follow()
    comparison.compare(old, now)
    comparison.compare(old, paragraphs('We meet.'))
    comparison.compare(old, later)
    expect(asked).toHaveLength(1)
    answer()
    expect(asked.map(each => textOf(each.new))).toEqual([textOf(now), textOf(later)])
    answer()
    expect(texts()).toEqual(['comparing', textOf(now), textOf(later)])
  })

  test('R123: drops the answer about a text that is no longer the one chosen', () => {
    const { comparison, answer, states } = follow()
    comparison.compare(old, now)
    comparison.compare(other, now)
    answer()
    answer()
    expect(states.map(state => (state.is === 'compared' ? state.comparison.old : state.is))).toEqual([
      'comparing',
      'comparing',
      other,
    ])
  })

  test('R121: sends the old text once, and the words of what did not change are the same objects', () => {
    const { comparison, asked, answer, states } = follow()
    comparison.compare(old, now)
    answer()
    comparison.compare(old, later)
    answer()
    expect(asked.map(each => each.old)).toEqual([old, null])
    const [before, after] = states.flatMap(state => (state.is === 'compared' ? [state.comparison] : []))
    expect(after?.pairs[0]?.words).toBe(before?.pairs[0]?.words)
    expect(after?.pairs[1]?.words).not.toBe(before?.pairs[1]?.words)
    expect(after?.pairs[1]?.words.counts).toEqual({ same: 4, deleted: 1, inserted: 1 })
  })

  test('R121: of texts that take long the changed words are answered first, then what belongs together', () => {
    let ms = 0
    const { comparison, asked, answer, texts } = follow(() => (ms += 300))
    comparison.compare(old, now)
    answer()
    comparison.compare(old, later)
    comparison.compare(old, now)
    answer()
    expect(texts()).toEqual(['comparing', textOf(now), textOf(later), textOf(later)])
    // Only then is the next question asked.
    expect(asked).toHaveLength(3)
  })

  test('R123: says in a sentence that comparing broke off, and begins anew when asked again', () => {
    const { comparison, states, opened, asked } = follow()
    comparison.compare(old, now)
    opened[0]?.events.onBroken()
    expect(states.at(-1)).toMatchObject({ is: 'failed', sentence: expect.stringMatching(/broke off/) })
    comparison.compare(old, now)
    expect(opened).toHaveLength(2)
    expect(asked.at(-1)?.old).toBe(old)
    opened[1]?.events.onAnswer({ is: 'failed', sentence: 'Not these two.' })
    expect(states.at(-1)).toEqual({ is: 'failed', sentence: 'Not these two.' })
  })
})

import { describe, expect, it } from 'vitest'
import { markChanges } from '../../../client/views/markChanges.ts'

const marked = (before: string, after: string) =>
  markChanges(before, after)
    .map(({ is, text }) => (is === 'kept' ? text : is === 'added' ? `{+${text}+}` : `{-${text}-}`))
    .join('')

describe('changes marked in a text', () => {
  it('are marked word for word, what goes before what comes', () => {
    expect(marked('States shall promote peace.', 'States shall ensure peace.')).toBe(
      'States shall {-promote-}{+ensure+} peace.',
    )
  })

  it('are one change where several words in a row are exchanged', () => {
    expect(marked('The value remains low.', 'The value is growing everywhere.')).toBe(
      'The value {-remains low-}{+is growing everywhere+}.',
    )
    expect(marked('We take note of it.', 'We warmly take note.')).toBe('We {+warmly +}take note{- of it-}.')
  })

  it('leave the word alone where only its comma changes', () => {
    expect(marked('so high;', 'so high, and rising;')).toBe('so high{+, and rising+};')
  })

  it('give both texts back, note marks and all', () => {
    const before = 'One\uFFFC two,  three – “four”.\n'
    const after = 'One two\uFFFC, 3 – “four five”.'
    const pieces = markChanges(before, after)
    const join = (leave: string) => pieces.flatMap(({ is, text }) => (is === leave ? [] : [text])).join('')
    expect(join('added')).toBe(before)
    expect(join('removed')).toBe(after)
  })

  it('say nothing of two texts alike', () => {
    expect(markChanges('The same.', 'The same.').every(({ is }) => is === 'kept')).toBe(true)
  })
})

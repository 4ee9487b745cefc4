import { expect, test } from 'vitest'
import { fitIn, seamsOf } from '../../../shared/acts/seamsOf.ts'

/** "a [b -> c] d [e -> ]": all pieces at once, fitted from the last to the first. */
function resolve(notation: string): string {
  const parts = notation.split(/\[([^\]]*)\]/)
  let text = ''
  const pieces = parts.flatMap((part, index) => {
    const start = text.length
    const [struck = '', content = ''] = index % 2 === 0 ? [part] : part.split('->')
    text += struck
    return index % 2 === 0 ? [] : [{ start, end: text.length, content }]
  })
  const backwards = pieces.toReversed()
  const seams = seamsOf(text, backwards)
  return backwards.reduce((now, { content }, index) => {
    const each = seams[index]
    return each === undefined ? now : fitIn(now, each, content)
  }, text)
}

for (const [notation, result] of [
  ['promote [and ->][protect ->]human rights', 'promote human rights'],
  ['promote[ and->][ protect->] human rights', 'promote human rights'],
  ['note the resolution[->, duly][ 1.->]', 'note the resolution, duly'],
  ['shall [-> always ][-> duly ]promote', 'shall always duly promote'],
  ['shall [promote->ensure ][and->] protect', 'shall ensure protect'],
  ['rights, [and duties->][ and hopes->].', 'rights.'],
] as const)
  test(`R56: ${notation} reads “${result}”`, () => {
    expect(resolve(notation)).toBe(result)
  })

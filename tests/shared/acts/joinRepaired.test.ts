import { describe, expect, test } from 'vitest'
import { joinRepaired } from '../../../shared/acts/joinRepaired.ts'

/** `a [b -> c] d`: in "a b d" the words b are to be c. */
function resolve(notation: string): string {
  const match = /^(.*)\[(.*)->(.*)\](.*)$/s.exec(notation)
  if (match === null) throw new Error(`not understood: ${notation}`)
  const [, left = '', struck = '', content = '', right = ''] = match
  const host = left + struck + right
  const { start, end, addBefore, addAfter, trimEnd } = joinRepaired(
    host,
    left.length,
    left.length + struck.length,
    content,
  )
  return host.slice(0, start) + addBefore + content.slice(0, content.length - trimEnd) + addAfter + host.slice(end)
}

describe('R56: where pieces meet, one space and one comma are left', () => {
  for (const [notation, result] of [
    ['promote [and protect->] human rights', 'promote human rights'],
    ['promote [and protect ->]human rights', 'promote human rights'],
    ['promote[ and protect ->]human rights', 'promote human rights'],
    ['rights, [and duties->], and hopes', 'rights, and hopes'],
    ['rights,[ and duties->].', 'rights.'],
    ['rights [for all->].', 'rights.'],
    ['shall [->always ] promote', 'shall always promote'],
    ['shall [-> always ]promote', 'shall always promote'],
    ['rights[->, in accordance with law,], and hopes', 'rights, in accordance with law, and hopes'],
    ['rights [->, and hopes]', 'rights, and hopes'],
    ['rights[-> and hopes ].', 'rights and hopes.'],
    ['conventions, [->and others,]together', 'conventions, and others, together'],
    ['State[->s] shall', 'States shall'],
    ['[The States->States] shall', 'States shall'],
    ['[All ->]States shall', 'States shall'],
    ['shall[ promote ->ensure]rights', 'shall ensure rights'],
  ] as const)
    test(`R56: ${notation}`, () => {
      expect(resolve(notation)).toBe(result)
    })
})

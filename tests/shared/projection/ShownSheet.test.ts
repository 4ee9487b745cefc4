import { describe, expect, test } from 'vitest'
import { pendingDrafts } from '../../../shared/projection/pendingDrafts.ts'
import { ShownCards } from '../../../shared/projection/ShownCards.ts'
import { ShownSheet } from '../../../shared/projection/ShownSheet.ts'
import { TestRoom } from '../../harness/TestRoom.ts'

const paragraphs = ['We shall meet again.', 'We shall eat together.']

/** A party with a tabled insertion, one letter of which has not gone to the table yet. */
function amending() {
  const room = new TestRoom(paragraphs, ['A', 'B'])
  const person = room.person('A')
  person.insert({ before: 'again' }, 'often ')
  const shown = new ShownSheet(person.sheet)
  const cards = new ShownCards(shown)
  const [first] = cards.read().values()
  const at = person.shown().indexOf('often') + 1
  const standing = () => {
    shown.refresh()
    return [...cards.read().values()].flat().map(card => card.shown)
  }
  return { room, person, shown, cards, first, standing, type: () => person.edit(at, at, 'x') }
}

describe('words on their way to the table by themselves', () => {
  test('R37: an amendment on its way is not shown as untabled', () => {
    const { shown, standing, type } = amending()
    expect(standing()).toEqual(['tabled'])
    type()
    shown.setOnItsWay(true)
    expect(standing()).toEqual(['tabled'])
    expect(pendingDrafts(shown.sheet)).toEqual([])
  })

  test('R37: what has not arrived is shown as amended, and the sheet tells it', () => {
    const { shown, standing, type } = amending()
    shown.setOnItsWay(true)
    type()
    expect(standing()).toEqual(['tabled'])
    let told = 0
    shown.onStale(() => told++)
    shown.setOnItsWay(false)
    expect(told).toBe(1)
    expect(shown.refresh().changed).toEqual(new Set(['block:P1']))
    expect(standing()).toEqual(['amended'])
  })

  test('when it has arrived there is nothing to draw again', () => {
    const { person, shown, type } = amending()
    shown.setOnItsWay(true)
    type()
    person.sync()
    shown.refresh()
    shown.setOnItsWay(false)
    expect(shown.isStale).toBe(false)
  })
})

describe('the cards of a sheet', () => {
  test('a card that says the same stays the same value, whatever is written elsewhere', () => {
    const { room, person, shown, cards, first } = amending()
    const other = room.person('B')
    other.insert({ before: 'together' }, 'always ', '2')
    other.insert({ before: 'meet' }, 'never ')
    person.sync()
    shown.refresh()
    const before = first?.[0]
    expect(before).toBeDefined()
    expect([...cards.read().values()].flat()).toContain(before)
    expect([...cards.read().values()].flat()).toHaveLength(3)
  })

  test('the map is the same while nothing has changed', () => {
    const { cards } = amending()
    expect(cards.read()).toBe(cards.read())
  })
})

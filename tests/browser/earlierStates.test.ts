import { expect, test } from 'vitest'
import { patienceMs } from '../harness/BrowserSession.ts'
import { MeetingRoom } from '../harness/MeetingRoom.ts'
import { blockOf } from '../harness/TestClient.ts'

const before = 'We shall meet again in two years.'

test('R117: the draft is compared with itself as it was laid and after each decision, also after those made meanwhile', async () => {
  const room = await MeetingRoom.open({ draft: `Draft declaration\n\n1. We lend instruments.\n\n2. ${before}\n` })
  const [eu, facilitator] = [await room.server.client('delegation', 'EU'), await room.server.client('facilitator')]
  const { table } = await eu.sitDown('EU')
  const host = blockOf(table, '2')
  const decide = async (was: string, text: string, from: number, words: string) => {
    const proposed = await eu.act({ act: 'propose', host, from, to: from + was.length, was, text })
    const ids = proposed.body['ids']
    if (!Array.isArray(ids)) throw new Error(JSON.stringify(proposed))
    const after = words.slice(0, from) + text + words.slice(from + was.length)
    const decided = await facilitator.act({
      act: 'incorporate',
      proposals: ids.map(String),
      texts: [{ host, before: words, after }],
    })
    expect(decided.status, JSON.stringify(decided.body)).toBe(200)
    return after
  }
  const twice = await decide('two', 'three', before.indexOf('two'), before)

  const window = await room.delegate('EU')
  await window.view('Compare')
  const row = window.page.getByRole('article', { name: '2: changed' })
  await row.waitFor()
  const prior = window.page.getByRole('combobox', { name: 'Compared with' })
  expect(await prior.locator('option:checked').textContent()).toMatch(/^As it was laid \(\d\d:\d\d:\d\d\)$/)
  await window.page.getByText(/^act 1 of the record, .* · without the proposals on it$/).waitFor()
  expect(await row.locator('del').first().textContent()).toContain('two')
  expect(await row.locator('ins').first().textContent()).toContain('three')

  await prior.selectOption({
    label:
      (await prior.locator('option').allTextContents()).find(each => each.startsWith('After the decision on 2')) ?? '',
  })
  await window.page.getByText(/^act 3 of the record/).waitFor()
  await row.waitFor({ state: 'detached' })

  // Another decision, while one compares: the text follows, and there is one more state to choose.
  const final = await decide('again', 'here again', twice.indexOf('again'), twice)
  await row.waitFor()
  expect(await row.locator('ins').first().textContent()).toContain('here')
  expect(final).toContain('here again in three years')
  await expect.poll(() => prior.locator('option').count(), { timeout: patienceMs }).toBe(3)
  expect(await prior.locator('option:checked').textContent()).toMatch(/^After the decision on 2/)
  expect(
    await prior.locator('optgroup').evaluateAll(groups => groups.map(group => group.getAttribute('label'))),
  ).toEqual(['Earlier states of this draft'])
})

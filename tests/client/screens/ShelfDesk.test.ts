import { expect, onTestFinished, test, vi } from 'vitest'
import { ShelfDesk } from '../../../client/screens/ShelfDesk.ts'
import { readText } from '../../../shared/exchange/readText.ts'
import type { NewShelfText } from '../../../shared/protocol/Shelf.ts'

interface Sent {
  readonly method?: string
  readonly body?: string
  readonly signal?: AbortSignal
}
type Answer = { readonly status: number; readonly body: unknown }

/** A desk whose server answers as it is told; `asked` are the requests, as "POST /api/shelf?as=c". */
function deskAt(answer: (method: string, path: string, body: string) => Answer | Promise<Answer> | null) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body = '', signal }: Sent = {}) => {
    asked.push(`${method} ${path}`)
    const given = path.startsWith('/api/read') ? readBack(body) : await answer(method, path, body)
    if (signal?.aborted === true) throw new TypeError('aborted')
    if (body.includes('endless')) await new Promise((_, reject) => signal?.addEventListener('abort', reject))
    if (given === null) throw new TypeError('no connection')
    return new Response(JSON.stringify(given.body), { status: given.status })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return { desk: new ShelfDesk('c'), asked }
}

function readBack(text: string): Answer {
  const read = readText(text)
  return 'refused' in read ? { status: 422, body: { ...read, because: 'impossible' } } : { status: 200, body: read }
}

const emptyShelf = { status: 200, body: { texts: [], missing: [] } }
const fileOf = (name: string, title = name) => new File([`Report on ${title}\n\n1. We lend.\n`], name)
const isRead = (desk: ShelfDesk) =>
  vi.waitFor(() =>
    expect(desk.arriving.every(({ state }) => state.is !== 'waiting' && state.is !== 'reading')).toBe(true),
  )
const namesOf = (desk: ShelfDesk) => desk.arriving.map(({ name }) => name)

test('R116: of very many files the first hundred are read and the rest is said; hidden ones do not count', async () => {
  const { desk, asked } = deskAt(() => emptyShelf)
  desk.addFiles([fileOf('.hidden'), ...Array.from({ length: 120 }, (_, index) => fileOf(`${index}.txt`))])
  expect(desk.said?.sentence).toBe('These are 120 files; the first 100 are read.')
  await isRead(desk)
  expect(asked).toHaveLength(100)
  expect(namesOf(desk)).not.toContain('.hidden')
})

test('reading can be stopped: what has been read stays for review, the rest is left out', async () => {
  const { desk, asked } = deskAt(() => emptyShelf)
  desk.addFiles([fileOf('1.txt'), fileOf('2.txt'), fileOf('3.txt')])
  desk.stopReading()
  await isRead(desk)
  expect(namesOf(desk)).toEqual(['1.txt'])
  expect(asked).toEqual(['POST /api/read?as=c'])
  desk.addFiles([fileOf('2.txt')])
  await isRead(desk)
  expect(namesOf(desk)).toEqual(['1.txt', '2.txt'])
})

test('what is left out while it is being read is given up, and the next is read', async () => {
  const { desk } = deskAt(() => emptyShelf)
  desk.addFiles([fileOf('endless.txt'), fileOf('2.txt')])
  await vi.waitFor(() => expect(desk.arriving[0]?.state.is).toBe('reading'))
  desk.leaveOut(desk.arriving[0]?.key ?? 0)
  await isRead(desk)
  expect(desk.arriving.map(({ name, state }) => [name, state.is])).toEqual([['2.txt', 'read']])
})

test('R116: a file too large to be sent, and one the browser cannot open, are refused with a sentence', async () => {
  const { desk, asked } = deskAt(() => emptyShelf)
  const huge = Object.defineProperty(fileOf('huge.pdf'), 'size', { value: 40_000_000 })
  const gone = Object.defineProperty(fileOf('gone.txt'), 'arrayBuffer', {
    value: () => Promise.reject(new Error('gone')),
  })
  desk.addFiles([huge, gone])
  await isRead(desk)
  expect(desk.arriving.map(({ state }) => (state.is === 'refused' ? state.sentence : ''))).toEqual([
    'The file has 40 MB; at most 25 MB can be read.',
    expect.stringContaining('cannot open this file'),
  ])
  expect(asked).toEqual([])
})

test('R116: of several, those the server takes are put on the shelf; the others stay with what was typed and the reason', async () => {
  const { desk } = deskAt((method, _, body) => {
    if (method !== 'POST') return emptyShelf
    const { document, ...described }: NewShelfText = JSON.parse(body)
    if (document.title.includes('lost')) return null
    if (document.title.includes('full'))
      return { status: 422, body: { refused: 'The shelf is full.', because: 'impossible' } }
    const entry = { ...described, id: 't', isRendering: false, words: 1, addedBy: 'Me', addedAt: 1 }
    return { status: 200, body: entry }
  })
  desk.addFiles([fileOf('good.txt'), fileOf('full.txt'), fileOf('lost.txt'), fileOf('untitled.txt')])
  desk.setAdding(true)
  await isRead(desk)
  for (const { key, name, state } of desk.arriving)
    if (state.is === 'read') desk.fillIn(key, { ...state.form, title: name === 'untitled.txt' ? '' : `My ${name}` })
  await desk.putAll()
  const reasons = desk.arriving.map(({ name, state }) =>
    state.is === 'read' ? [name, state.form.title, state.refused] : null,
  )
  expect(reasons).toEqual([
    ['full.txt', 'My full.txt', 'The shelf is full.'],
    ['lost.txt', 'My lost.txt', expect.stringContaining('cannot be reached')],
    ['untitled.txt', '', null],
  ])
  expect(desk.said).toEqual({ tone: 'said', sentence: 'On the shelf: My good.txt.' })
  expect(desk.adding).toBe(true)
})

test('a shelf that cannot be reached says so, and is there once it can', async () => {
  let isAway = true
  const { desk } = deskAt(() => (isAway ? null : emptyShelf))
  await desk.load()
  expect(desk).toMatchObject({ shelf: null, said: { tone: 'refused' } })
  isAway = false
  await desk.load()
  expect(desk).toMatchObject({ shelf: { texts: [] }, said: null })
})

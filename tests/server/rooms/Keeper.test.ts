import { expect, test, vi } from 'vitest'
import { Keeper } from '../../../server/rooms/Keeper.ts'

/** A room whose closing is finished by hand. */
class TestRoomToKeep {
  readonly number: number
  readonly forget: () => void
  finishClosing: () => void = () => {}
  readonly #closing = new Promise<void>(resolve => {
    this.finishClosing = resolve
  })

  constructor(number: number, forget: () => void) {
    this.number = number
    this.forget = forget
  }

  close(): Promise<void> {
    return this.#closing
  }
}

function keeperOf(rooms: TestRoomToKeep[], idleMs = 1_000) {
  return new Keeper((_name, forget) => {
    const room = new TestRoomToKeep(rooms.length + 1, forget)
    rooms.push(room)
    return room
  }, idleMs)
}

test('those who come while a room opens share it', async () => {
  const rooms: TestRoomToKeep[] = []
  const keeper = keeperOf(rooms)
  const [one, two] = await Promise.all([keeper.acquire('a'), keeper.acquire('a')])
  expect(one.room).toBe(two.room)
  expect(rooms.length).toBe(1)
})

test('a room that nobody has closes after a while, and whoever comes meanwhile waits until all of it is kept', async () => {
  vi.useFakeTimers()
  try {
    const rooms: TestRoomToKeep[] = []
    const keeper = keeperOf(rooms)
    const lease = await keeper.acquire('a')
    lease.release()
    await vi.advanceTimersByTimeAsync(1_000)
    let isOpen = false
    const coming = keeper.acquire('a').then(next => {
      isOpen = true
      return next
    })
    await vi.advanceTimersByTimeAsync(10)
    expect(isOpen).toBe(false)
    rooms[0]?.finishClosing()
    expect((await coming).room.number).toBe(2)
  } finally {
    vi.useRealTimers()
  }
})

test('a room that somebody holds stays open', async () => {
  vi.useFakeTimers()
  try {
    const rooms: TestRoomToKeep[] = []
    const keeper = keeperOf(rooms)
    await keeper.acquire('a')
    const second = await keeper.acquire('a')
    second.release()
    second.release()
    await vi.advanceTimersByTimeAsync(5_000)
    expect((await keeper.acquire('a')).room.number).toBe(1)
  } finally {
    vi.useRealTimers()
  }
})

test('a room that has failed is opened anew for whoever comes next, once the failed one is closed', async () => {
  const rooms: TestRoomToKeep[] = []
  const keeper = keeperOf(rooms)
  const { room } = await keeper.acquire('a')
  room.forget()
  const next = keeper.acquire('a')
  room.finishClosing()
  expect((await next).room.number).toBe(2)
})

test('a room that cannot be opened is tried again by the next who comes', async () => {
  let attempts = 0
  const keeper = new Keeper(() => {
    attempts += 1
    if (attempts === 1) throw new Error('no disk')
    return { close: () => Promise.resolve() }
  })
  await expect(keeper.acquire('a')).rejects.toThrow('no disk')
  await keeper.acquire('a')
  expect(attempts).toBe(2)
})

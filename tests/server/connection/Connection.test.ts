import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { Connection } from '../../../server/connection/Connection.ts'
import type { ClientMessage } from '../../../server/connection/frames.ts'
import type { Received } from '../../../server/rooms/Member.ts'
import { capacityId, negotiationId } from '../../../shared/table/ids.ts'
import { saidFrame, step1Frame } from '../../harness/frames.ts'

/** A socket whose network is played by hand. */
class HandSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  isPaused = false
  pings = 0
  readonly sent: Uint8Array[] = []
  ended: number | 'cut off' | null = null

  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }

  close(code: number): void {
    this.end(code)
  }

  terminate(): void {
    this.end('cut off')
  }

  ping(): void {
    this.pings += 1
  }

  pause(): void {
    this.isPaused = true
  }

  resume(): void {
    this.isPaused = false
  }

  end(how: number | 'cut off'): void {
    if (this.ended !== null) return
    this.ended = how
    this.readyState = 3
    this.emit('close')
  }
}

const capacity = {
  capacity: capacityId('c'),
  negotiation: negotiationId('n'),
  role: 'observer',
  party: null,
  person: 'Observer',
} as const

function connected(answer: (message: ClientMessage) => Received = () => ({ next: 'go on' })) {
  const socket = new HandSocket()
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  // The seam of this test: a connection uses no other part of a socket.
  const connection = new Connection(socket as unknown as WebSocket, capacity, log, () => {})
  const received: ClientMessage[] = []
  const room = {
    join: () => {},
    leave: () => {},
    receive: (_: unknown, message: ClientMessage) => {
      const answered = answer(message)
      if (answered.next === 'go on') received.push(message)
      return answered
    },
  }
  return { socket, connection, received, room }
}

const said = (clock: number) => Buffer.from(saidFrame([{ client: 1, clock, state: {} }]))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('what arrives before the room is open is answered when it is, in order', () => {
  const { socket, connection, received, room } = connected()
  socket.emit('message', said(1), true)
  socket.emit('message', said(2), true)
  expect(received).toEqual([])
  connection.enter(room)
  expect(received.map(message => (message.is === 'awareness' ? message.entries[0]?.clock : null))).toEqual([1, 2])
})

test('R9: a party beyond its allowance is heard later, and its network is held up meanwhile', async () => {
  let isOver = true
  const { socket, connection, received, room } = connected(() =>
    isOver ? { next: 'later', ms: 300 } : { next: 'go on' },
  )
  connection.enter(room)
  socket.emit('message', said(1), true)
  socket.emit('message', said(2), true)
  expect({ heard: received.length, isPaused: socket.isPaused }).toEqual({ heard: 0, isPaused: true })
  isOver = false
  await vi.advanceTimersByTimeAsync(300)
  expect({ heard: received.length, isPaused: socket.isPaused }).toEqual({ heard: 2, isPaused: false })
})

test('R9: a program that sends on regardless is cut off', () => {
  const { socket, connection, room } = connected(() => ({ next: 'later', ms: 60_000 }))
  connection.enter(room)
  socket.emit('message', said(1), true)
  for (let count = 0; count < 10; count += 1) socket.emit('message', Buffer.alloc(1_000_000), true)
  expect(socket.ended).toBe(4413)
})

test('R9: asking for the state again and again is slowed', () => {
  const { socket, connection, received, room } = connected()
  connection.enter(room)
  for (let count = 0; count < 100; count += 1) socket.emit('message', Buffer.from(step1Frame(Uint8Array.of(0))), true)
  expect(received.length).toBeLessThan(30)
  expect(received.length).toBeGreaterThan(10)
})

test('a reader too slow to follow is cut off; the state of its room does not count', () => {
  const { socket, connection } = connected()
  connection.send(new Uint8Array(20_000_000))
  socket.bufferedAmount = 20_000_000
  connection.send(new Uint8Array(100))
  expect(socket.ended).toBeNull()
  socket.bufferedAmount = 25_000_000
  connection.send(new Uint8Array(100))
  expect(socket.ended).toBe('cut off')
})

test('a connection that answers no ping is dead', async () => {
  const { socket } = connected()
  await vi.advanceTimersByTimeAsync(25_000)
  expect(socket.pings).toBe(1)
  socket.emit('pong')
  await vi.advanceTimersByTimeAsync(25_000)
  expect(socket.ended).toBeNull()
  await vi.advanceTimersByTimeAsync(25_000)
  expect(socket.ended).toBe('cut off')
})

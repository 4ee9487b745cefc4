import type { RawData, WebSocket } from 'ws'
import { type Close, closes } from '../../shared/protocol/closes.ts'
import type { Capacity } from '../gate/Capacity.ts'
import type { Member, Received } from '../rooms/Member.ts'
import { Pace } from '../rooms/Pace.ts'
import type { Log } from '../ServerParts.ts'
import { type ClientMessage, readFrame } from './frames.ts'

/** What a connection needs of the room it is in. */
export interface Joinable {
  join(member: Member): void
  leave(member: Member): void
  receive(member: Member, message: ClientMessage): Received
}

// Half the minute after which proxies usually cut a silent connection.
const PING_MS = 25_000

// What may wait to be sent beyond the state of the room: minutes of a busy room. Who is further behind starts afresh.
const MAX_BEHIND_BYTES = 4_000_000

// Frames that wait while a connection is slowed; a program that sends on regardless is cut off.
const MAX_INBOX_BYTES = 8_000_000

// A client asks for the state of its room once, when it comes. Encoding it takes the server some milliseconds for a large table:
// twenty at once, then two a second.
const STATE_MS = 500
const STATE_BURST_MS = 20 * STATE_MS

// A close frame holds 125 bytes, two of them the code.
const MAX_REASON_BYTES = 123

/**
 * One socket. Listens from the moment it is made: what arrives before the room is open waits, and is answered in order. A frame
 * that cannot be read closes this connection, and nobody else notices.
 */
export class Connection implements Member {
  readonly capacity: Capacity
  readonly #socket: WebSocket
  readonly #log: Log
  readonly #onClosed: () => void
  readonly #states = new Pace(() => performance.now(), STATE_BURST_MS)
  #room: Joinable | null = null
  #inbox: Uint8Array[] = []
  #inboxBytes = 0
  #isWaiting = false
  #answered = true
  /** The largest frame sent: the state of the room, which does not count as being behind. */
  #largestBytes = 0
  #ping: NodeJS.Timeout
  #waiting: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(socket: WebSocket, capacity: Capacity, log: Log, onClosed: () => void) {
    this.capacity = capacity
    this.#socket = socket
    this.#log = log
    this.#onClosed = onClosed
    socket.on('message', (data, isBinary) => this.#take(data, isBinary))
    socket.on('pong', () => {
      this.#answered = true
    })
    socket.on('close', () => this.#closed())
    // An error is always followed by close; ws reports oversize frames so, and closes with 1009 itself.
    socket.on('error', () => {})
    this.#ping = setInterval(() => this.#keepAlive(), PING_MS)
    this.#ping.unref()
  }

  /** Enters its room and goes on with what has arrived meanwhile. Without effect when the socket has closed meanwhile. */
  enter(room: Joinable): void {
    if (this.#isClosed) return
    this.#room = room
    room.join(this)
    this.#work()
  }

  send(frame: Uint8Array): void {
    const socket = this.#socket
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MAX_BEHIND_BYTES + this.#largestBytes) {
      // A close frame would queue behind everything else: cut off, it comes back by itself.
      socket.terminate()
      return
    }
    this.#largestBytes = Math.max(this.#largestBytes, frame.length)
    socket.send(frame, { binary: true })
  }

  close(close: Close, detail = close.reason): void {
    this.#inbox = []
    this.#socket.close(close.code, shortened(detail))
  }

  #take(data: RawData, isBinary: boolean): void {
    if (this.#isClosed || this.#socket.readyState !== this.#socket.OPEN) return
    if (!isBinary || !(data instanceof Uint8Array)) {
      this.close(closes.malformed)
      return
    }
    this.#inbox.push(data)
    this.#inboxBytes += data.length
    if (this.#inboxBytes > MAX_INBOX_BYTES) this.close(closes.tooLarge)
    else this.#work()
  }

  #work(): void {
    while (this.#room !== null && !this.#isWaiting && !this.#isClosed) {
      const frame = this.#inbox.shift()
      if (frame === undefined) return
      this.#inboxBytes -= frame.length
      const message = readFrame(frame)
      if (message === null) {
        this.close(closes.malformed)
        return
      }
      this.#follow(this.#receive(this.#room, message), frame)
    }
  }

  #receive(room: Joinable, message: ClientMessage): Received {
    if (message.is === 'state wanted') {
      const ms = this.#states.owedMs()
      if (ms > 0) return { next: 'later', ms }
      this.#states.spend(STATE_MS)
    }
    try {
      return room.receive(this, message)
    } catch (error) {
      // A fault of ours, found by one client's message: it must not take the others along.
      const { negotiation, capacity } = this.capacity
      this.#log.error({ negotiation, capacity, error }, 'a message could not be dealt with')
      return { next: 'close', close: closes.notKept }
    }
  }

  #follow(received: Received, frame: Uint8Array): void {
    switch (received.next) {
      case 'go on':
        return
      case 'close':
        this.close(received.close, received.detail)
        return
      case 'later':
        this.#inbox.unshift(frame)
        this.#inboxBytes += frame.length
        this.#isWaiting = true
        this.#socket.pause()
        this.#waiting = setTimeout(() => {
          this.#isWaiting = false
          this.#socket.resume()
          this.#work()
        }, received.ms)
        return
      default:
        throw new Error(`unknown answer ${received satisfies never}`)
    }
  }

  #keepAlive(): void {
    // A paused socket hears no pong; it is slow by our own doing.
    if (!this.#answered && !this.#isWaiting) {
      this.#socket.terminate()
      return
    }
    this.#answered = false
    this.#socket.ping()
  }

  #closed(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#inbox = []
    clearInterval(this.#ping)
    if (this.#waiting !== null) clearTimeout(this.#waiting)
    this.#room?.leave(this)
    this.#onClosed()
  }
}

function shortened(sentence: string): string {
  let short = sentence
  while (Buffer.byteLength(short) > MAX_REASON_BYTES) short = short.slice(0, -1)
  return short
}

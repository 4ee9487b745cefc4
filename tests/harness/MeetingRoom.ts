import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import type { Role } from '../../shared/table/Party.ts'
import type { Procedure } from '../../shared/table/Procedure.ts'
import { BrowserSession } from './BrowserSession.ts'
import { testParties } from './beginNegotiation.ts'
import { meetingDraft } from './meetingDraft.ts'
import { SheetWindow } from './SheetWindow.ts'
import { TestServer } from './TestServer.ts'

const dist = join(import.meta.dirname, '..', '..', 'dist')

interface Room {
  readonly tabling?: Procedure['tabling']
  readonly draft?: string
}

interface Screen {
  readonly width?: number
  readonly height?: number
  /** Whose browser; a fresh one when not given. */
  readonly person?: BrowserContext
}

/** A negotiation on a draft of our own, at a server in this process, and the windows of those who take part. */
export class MeetingRoom {
  readonly server: TestServer
  readonly session: BrowserSession

  private constructor(server: TestServer, session: BrowserSession) {
    this.server = server
    this.session = session
  }

  static async open({ tabling = 'by act', draft = meetingDraft }: Room = {}): Promise<MeetingRoom> {
    if (!existsSync(join(dist, 'index.html')))
      throw new Error('The interface is not built: `npm run pretest` builds it.')
    const server = await TestServer.start({ dist, tabling, draft, parties: testParties })
    return new MeetingRoom(server, await BrowserSession.open())
  }

  /** Somebody new of a party, by its short name, at the sheet. */
  delegate(party: string, screen: Screen = {}): Promise<SheetWindow> {
    return this.#enter('delegation', party, screen)
  }

  facilitator(screen: Screen = {}): Promise<SheetWindow> {
    return this.#enter('facilitator', null, screen)
  }

  observer(screen: Screen = {}): Promise<SheetWindow> {
    return this.#enter('observer', null, screen)
  }

  async #enter(role: Role, party: string | null, { width, height, person }: Screen): Promise<SheetWindow> {
    const link = await this.server.link(role, party)
    const context = person ?? (await this.session.person(width, height))
    return SheetWindow.open(this.session, party ?? role, link, context)
  }
}

import { readDocumentSchema } from '../../shared/protocol/readDocumentSchema.ts'
import { shelfEntrySchema } from '../../shared/protocol/Shelf.ts'
import type { TestServer } from './TestServer.ts'

/** Puts a text on the shelf as the Secretariat does; gives its id. */
export async function shelve(server: TestServer, title: string, year: number, text: string): Promise<string> {
  const secretariat = await server.client('secretariat')
  const document = readDocumentSchema.parse((await secretariat.post('/api/read', text)).body)
  const described = { title, symbol: null, year, published: null, isAgreed: true }
  return shelfEntrySchema.parse((await secretariat.post('/api/shelf', { ...described, document })).body).id
}

import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Operation, operations } from '../../../server/http/apiDescription.ts'
import { app } from '../../../server/http/app.ts'
import { newId } from '../../../server/newId.ts'
import { readText } from '../../../shared/exchange/readText.ts'
import { apiRefusalSchema } from '../../../shared/protocol/ActAnswer.ts'
import { TestServer } from '../../harness/TestServer.ts'

const nameOf = ({ method, path }: Pick<Operation, 'method' | 'path'>) => `${method.toUpperCase()} ${path}`

test('every address of the API is described, and everything described is there', async () => {
  const server = await TestServer.start()
  const routes = app(server.running.parts, '').routes.filter(
    ({ path, method }) => path.startsWith('/api') && !path.includes('*') && method !== 'ALL',
  )
  const served = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect([...new Set(served)].sort()).toEqual(operations.map(nameOf).sort())
})

test('R3: every address answers in the form described: to who may ask, and with a refusal to who is not known', async () => {
  const server = await TestServer.start()
  const facilitator = await server.client('facilitator')
  const visitor = await server.client('observer')
  const described = { title: 'Report', symbol: null, year: null, published: null, isAgreed: false }
  const document = readText('Report on lending\n\n1. We lend.\n')
  if ('refused' in document) throw new Error(document.refused)
  const shelved = await server.running.parts.shelf.add(
    { ...described, document: { ...document, notes: [{ label: '1', text: 'Another.', italics: [] }] } },
    { by: 'Test', isRendering: false },
  )
  if ('refused' in shelved) throw new Error(shelved.refused)
  const sent: Readonly<Record<string, unknown>> = {
    'POST /api/shelf': { ...described, document },
    'PATCH /api/shelf/{text}': { year: 1998 },
    'POST /api/read': 'Draft\n\n1. We meet.\n',
    'POST /api/negotiations': { text: 'Draft\n\n1. We meet.\n' },
    'POST /api/negotiations/{negotiation}/acts': { key: newId(), act: 'tabling', tabling: 'as typed' },
    'POST /api/negotiations/{negotiation}/invitations': { role: 'observer', person: 'A visitor' },
  }
  for (const operation of operations) {
    const { method, answers, isOpen } = operation
    const path = operation.path
      .replace('{negotiation}', server.negotiation)
      .replace('{capacity}', visitor.capacity)
      .replace('{text}', shelved.id)
      .replace('{sequence}', '1')
    const body = sent[nameOf(operation)]
    const ask = (headers: Record<string, string>) =>
      fetch(server.url + path, {
        method: method.toUpperCase(),
        headers,
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
    const refused = await ask({})
    if (!isOpen) {
      expect(refused.status, path).toBe(401)
      apiRefusalSchema.parse(await refused.json())
    }
    const answer = await ask(facilitator.headers)
    expect(answer.status, path).toBe(200)
    answers.parse(await answer.json())
  }
})

test('the description names the host, the token and the forms', async () => {
  const server = await TestServer.start()
  const described = await (await fetch(`${server.url}/api`)).json()
  expect(described).toMatchObject({ openapi: '3.1.0', servers: [{ url: server.url }] })
  const act =
    described.paths['/api/negotiations/{negotiation}/acts'].post.requestBody.content['application/json'].schema
  const acts = z.array(z.object({ properties: z.object({ act: z.object({ const: z.string() }) }) }))
  const names = acts.parse(act.oneOf).map(({ properties }) => properties.act.const)
  expect(names).toContain('incorporate')
  expect(names).toContain('stance')
  // A form that could not be written down would read {}; only what is open on purpose does.
  expect(JSON.stringify(described).replaceAll('"additionalProperties":{}', '')).not.toContain('{}')
})

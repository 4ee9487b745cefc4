import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { TestServer } from '../../harness/TestServer.ts'
import { temporaryFolder } from '../../harness/temporaryFolder.ts'

test('R8: a printed link gives the browser the cookie of its capacity and shows the negotiation', async () => {
  const server = await TestServer.start({ publicUrl: 'https://talks.example' })
  const eu = await server.client('delegation', 'EU')
  const answer = await fetch(`${server.url}/join/${eu.token}`, { redirect: 'manual' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`/n/${server.negotiation}/as/${eu.capacity}`)
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(new RegExp(`^adref-${eu.capacity}=${eu.token}; `))
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/']) expect(cookie).toContain(part)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
})

test('without TLS the cookie is not marked Secure, or the browser would not keep it', async () => {
  const server = await TestServer.start()
  const { token } = await server.client('observer')
  const answer = await fetch(`${server.url}/join/${token}`, { redirect: 'manual' })
  expect(answer.headers.get('set-cookie')).not.toContain('Secure')
})

test('R8: a link that is unknown or was taken back gets a calm page', async () => {
  const server = await TestServer.start()
  const client = await server.client('observer')
  await server.store.updateCapacity(client.capacity, { closedAt: 1 })
  for (const token of [client.token, 'nonsense', 'x'.repeat(500)]) {
    const answer = await fetch(`${server.url}/join/${token}`)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const page = await answer.text()
    expect(page).toContain('This link is not known')
    expect(page).not.toContain(token)
  }
})

test('every answer forbids what pages do not need, and nothing of the API is cached', async () => {
  const server = await TestServer.start()
  for (const path of ['/', '/n/x/as/y', '/api/health', '/api/session', '/join/x', '/nowhere']) {
    const { headers } = await fetch(`${server.url}${path}`)
    expect(headers.get('content-security-policy'), path).toContain("script-src 'self'")
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store')
  }
})

test('the interface is one page for its addresses, and its files are kept for good', async () => {
  const dist = temporaryFolder()
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Adref</title>')
  writeFileSync(join(dist, 'assets', 'main-a1b2c3.js'), 'export {}')
  writeFileSync(join(dist, 'icon.svg'), '<svg/>')
  const server = await TestServer.start({ dist })
  for (const path of ['/', '/new', '/n/one/as/two']) {
    const page = await fetch(`${server.url}${path}`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Adref')
    expect(page.headers.get('cache-control')).toBe('no-cache')
  }
  const script = await fetch(`${server.url}/assets/main-a1b2c3.js`)
  expect(script.headers.get('cache-control')).toContain('immutable')
  expect(script.headers.get('content-type')).toContain('javascript')
  expect((await fetch(`${server.url}/icon.svg`)).status).toBe(200)
  writeFileSync(join(dist, 'assets', 'main-a1b2c3.js.br'), brotliCompressSync('export {}'))
  const compressed = await fetch(`${server.url}/assets/main-a1b2c3.js`, { headers: { 'accept-encoding': 'gzip, br' } })
  expect(compressed.headers.get('content-encoding')).toBe('br')
  expect(await compressed.text()).toBe('export {}')
  for (const path of ['/assets/none.js', '/..%2f..%2fpackage.json', '/%2e%2e/package.json', '/secret.key'])
    expect((await fetch(`${server.url}${path}`)).status, path).toBe(404)
})

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { page } from './page.ts'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** The built interface in `dist`: its files, and its one page for every address that the interface shows. */
export function pageRoutes(dist: string): Hono {
  const index = async () => {
    try {
      return { html: await readFile(join(dist, 'index.html'), 'utf8'), status: 200 } as const
    } catch {
      const sentences = ['The server is running; its pages are made by <code>npm start</code>.']
      return { html: page('The interface is not built', sentences), status: 503 } as const
    }
  }
  const app = new Hono()
  // Vite names these files by their content, so a name never means two things.
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`)
  })
  for (const address of ['/', '/new/*', '/n/*']) {
    app.get(address, async c => {
      const { html, status } = await index()
      c.header('Cache-Control', 'no-cache')
      return c.html(html, status)
    })
  }
  // Made when there is something to serve: the interface may be built after the server has started.
  let files: MiddlewareHandler | null = null
  app.get('*', (c, next) => {
    if (files === null && existsSync(dist)) files = serveStatic({ root: dist, precompressed: true })
    return files === null ? next() : files(c, next)
  })
  return app
}

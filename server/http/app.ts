import { Hono } from 'hono'
import type { ServerParts } from '../ServerParts.ts'
import { actRoute } from './actRoute.ts'
import { refused } from './answers.ts'
import { apiDescription } from './apiDescription.ts'
import { invitationRoute, withdrawInvitationRoute } from './invitationRoute.ts'
import { joinRoute } from './joinRoute.ts'
import { negotiationRoute } from './negotiationRoute.ts'
import { page } from './page.ts'
import { pageRoutes } from './pageRoutes.ts'
import { readRoute } from './readRoute.ts'
import { recordRoute } from './recordRoute.ts'
import { securityHeaders } from './securityHeaders.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import { shelfRoutes } from './shelfRoutes.ts'
import { stateRoutes } from './stateRoutes.ts'

/** Everything the server answers over HTTP. `dist` is the folder of the built interface. */
export function app(parts: ServerParts, dist: string): Hono {
  const app = new Hono()
  app.use(securityHeaders())
  app.get('/api', c => c.json(apiDescription(parts.publicUrl)))
  app.get('/api/health', c => c.json({ well: true }))
  app.route('/', joinRoute(parts))
  app.route('/', sessionRoutes(parts))
  app.route('/', actRoute(parts))
  app.route('/', readRoute(parts))
  app.route('/', negotiationRoute(parts))
  app.route('/', invitationRoute(parts))
  app.route('/', withdrawInvitationRoute(parts))
  app.route('/', recordRoute(parts))
  app.route('/', shelfRoutes(parts))
  app.route('/', stateRoutes(parts))
  app.all('/api/*', c => c.json({ refused: 'There is nothing at this address.', because: 'not known' }, 404))
  app.route('/', pageRoutes(dist))
  app.notFound(c =>
    c.html(
      page('There is nothing at this address', ['Open the link you were given to take part in a negotiation.']),
      404,
    ),
  )
  app.onError((error, c) => {
    parts.log.error({ method: c.req.method, error }, 'a request could not be answered')
    const sentence = 'The server could not answer. Try again; if it happens again, tell the Secretariat.'
    return c.req.path.startsWith('/api/')
      ? refused(c, 'not kept', sentence)
      : c.html(page('Something went wrong', [sentence]), 500)
  })
  return app
}

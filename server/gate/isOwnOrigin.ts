import type { IncomingHttpHeaders } from 'node:http'

type OriginHeaders = Pick<IncomingHttpHeaders, 'origin' | 'host' | 'sec-fetch-site'>

/**
 * Whether a request that shows itself by cookie comes from this server's own pages. Browsers say where a request comes from
 * and pages cannot change that; a request that says nothing comes from a program, which has the cookie because it was given it.
 * For a socket ask with its Origin alone: browsers disagree on what site a `ws:` request comes from, and always send the Origin.
 */
export function isOwnOrigin(headers: OriginHeaders, publicUrl: string): boolean {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined) return true
  if (origin === publicUrl) return true
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

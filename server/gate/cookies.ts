/** The name of a capacity's cookie: one each, so that two windows of one browser can speak for two parties. */
export function cookieName(capacity: string): string {
  return `adref-${capacity}`
}

/** The cookies of a request; of two with one name the first counts, as the more specific path is sent first. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=')
    if (equals < 0) continue
    const name = pair.slice(0, equals).trim()
    if (!cookies.has(name)) cookies.set(name, pair.slice(equals + 1).trim())
  }
  return cookies
}

// A negotiation goes on for weeks and its follow-up for months; the capacity can be closed at any time on the server.
const MAX_AGE_SECONDS = 180 * 24 * 60 * 60

/** The Set-Cookie header that lets a browser act in a capacity: out of reach of scripts, and not sent along by other sites' forms. */
export function capacityCookie(capacity: string, token: string, isSecure: boolean): string {
  const parts = [`${cookieName(capacity)}=${token}`, 'Path=/', `Max-Age=${MAX_AGE_SECONDS}`, 'HttpOnly', 'SameSite=Lax']
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ')
}

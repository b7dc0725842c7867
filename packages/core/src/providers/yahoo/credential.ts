import { RateLimitError, UpstreamError } from '../../errors/index.ts'
import type { CredentialFlow, HttpRequest, HttpResponse } from '../../provider/index.ts'

export type CredentialUrls = {
  /** Answers any visitor with the session cookie, except where consent is asked for first. */
  cookieUrl: string
  /** A page that leads through the consent form where the law asks for it, and ends with the cookies. */
  consentUrl: string
  crumbUrl: string
  userAgent: string
}

/**
 * Yahoo's session: cookies, then a crumb that belongs to them.
 *
 * In the European Union the cookies come only after the consent form, which is filled in here as a visitor would who
 * agrees. Redirects are followed by hand, as each one sets cookies that the next needs, and only to Yahoo's own hosts.
 *
 * @throws {RateLimitError} Yahoo hands out no crumb for now
 * @throws {UpstreamError} no cookie or no plausible crumb was to be had
 */
export function yahooCredential(urls: CredentialUrls): CredentialFlow {
  return {
    *steps() {
      const jar = new Map<string, string>()
      const headers = () => ({
        'user-agent': urls.userAgent,
        accept: 'text/html,*/*',
        ...(jar.size > 0 && { cookie: cookieHeader(jar) }),
      })
      const visit = (url: string): HttpRequest => ({ url, headers: headers(), redirect: 'manual' })

      // Answers 404 to everybody, with the cookie.
      keepCookies(jar, yield visit(urls.cookieUrl))
      if (!hasSession(jar)) yield* consent(urls.consentUrl, jar, visit, headers)
      if (!hasSession(jar)) throw new UpstreamError('yahoo gave no session cookie.', { provider: 'yahoo' })

      const response: HttpResponse = yield visit(urls.crumbUrl)
      keepCookies(jar, response)
      return { crumb: readCrumb(response), cookie: cookieHeader(jar) }
    },
    isRejected: (response) => response.status === 401 || /invalid (crumb|cookie)/i.test(response.text),
  }
}

function* consent(
  start: string,
  jar: Map<string, string>,
  visit: (url: string) => HttpRequest,
  headers: () => Record<string, string>,
): Generator<HttpRequest, void, HttpResponse> {
  let url = start
  let request = visit(url)
  // page → consent → collectConsent → form → copyConsent → page: eight steps leave room for one more host.
  for (let step = 0; step < 8; step++) {
    const response = yield request
    keepCookies(jar, response)
    const location = response.headers.get('location')
    if (location) {
      url = new URL(location, url).href
      if (!isOwnHost(url, start)) return
      request = visit(url)
      continue
    }
    const form = hiddenFields(response.text)
    if (hasSession(jar) || !form.has('csrfToken') || !form.has('sessionId')) return
    form.append('agree', 'agree')
    form.append('agree', 'agree')
    request = {
      method: 'POST',
      url,
      headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      redirect: 'manual',
    }
  }
}

/** The crumb, which is a short word: an apology or a page in its place must never be taken for one. */
export function readCrumb(response: HttpResponse): string {
  const text = response.text.trim()
  if (response.status === 429 || /^too many/i.test(text)) {
    throw new RateLimitError('yahoo hands out no session for now. Ask less often.', { provider: 'yahoo' })
  }
  if (!response.ok || !/^[\w./\\-]{8,32}$/.test(text)) {
    throw new UpstreamError('yahoo answered with something else than a crumb.', {
      provider: 'yahoo',
      status: response.status,
    })
  }
  return text
}

function keepCookies(jar: Map<string, string>, response: HttpResponse): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name, value = ''] = /^\s*([^=;\s]+)=([^;]*)/.exec(line) ?? []
    if (name) jar.set(name, value)
  }
}

function hasSession(jar: ReadonlyMap<string, string>): boolean {
  return jar.has('A3') || jar.has('A1')
}

function cookieHeader(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

function hiddenFields(page: string): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [input] of page.matchAll(/<input\b[^>]*type=["']?hidden[^>]*>/gi)) {
    const name = /\bname=["']?([^"'\s>]+)/i.exec(input)?.[1]
    if (name) fields.append(name, decodeEntities(/\bvalue=["']([^"']*)/i.exec(input)?.[1] ?? ''))
  }
  return fields
}

function decodeEntities(text: string): string {
  return text
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
}

function isOwnHost(url: string, start: string): boolean {
  const { hostname } = new URL(url)
  return hostname === new URL(start).hostname || /(^|\.)yahoo\.com$/.test(hostname)
}

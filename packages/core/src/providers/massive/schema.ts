import {
  type HttpRequest,
  type HttpResponse,
  isJsonObject,
  parseExactJson,
  Wire,
} from '../../provider/index.ts'
import { parseUrl } from '../../provider/parse-url.ts'
import { massiveError } from './errors.ts'

/**
 * The body of an answer, after a check for errors.
 *
 * @param exact - Keep every digit: for text mode, and wherever nanoseconds are read.
 */
export function readBody(
  response: HttpResponse,
  query: { now: number; symbol?: string },
  exact = false,
): Wire {
  const error = massiveError(response, query)
  if (error) throw error
  const json = response.json('massive')
  return new Wire('massive', exact ? parseExactJson(response.text) : json)
}

/**
 * The rows of an answer. Where there are none Massive may leave them out, but says that all is well: an object without either
 * is somebody else's.
 */
export function rowsOf(body: Wire): Wire[] {
  const results = body.at('results')
  if (results.isAbsent && typeof body.at('status').value !== 'string') throw results.unlike('an array')
  return results.itemsOrNone()
}

/**
 * The request for the next page, from `next_url`.
 *
 * Only its path and cursor are used: it names the vendor's own host, and the key must not go anywhere but to `baseUrl`.
 */
export function nextPage(
  response: HttpResponse,
  baseUrl: string,
  request: HttpRequest,
): HttpRequest | undefined {
  const body = response.json('massive')
  const next = isJsonObject(body) ? body.next_url : undefined
  const url = typeof next === 'string' ? parseUrl(next, baseUrl) : undefined
  if (!url?.searchParams.get('cursor')) return undefined
  const { pathname, search, searchParams } = url
  searchParams.delete('apiKey')
  return { ...request, url: `${baseUrl}${pathname}${search && `?${searchParams}`}` }
}

/**
 * An instant in ms. Massive stamps some things in seconds, ms or µs and others in ns, now and then under the same name, so the
 * magnitude decides; the ranges are a thousandfold apart and do not meet between 1973 and 5138.
 */
export function instantMs(stamp: number): number {
  if (stamp >= 1e17) return Math.floor(stamp / 1e6)
  if (stamp >= 1e14) return Math.floor(stamp / 1e3)
  return stamp >= 1e11 ? stamp : stamp * 1e3
}

/** A currency, which Massive writes in lower case. */
export function currencyOrNull(wire: Wire): string | null {
  return wire.textOrNull()?.toUpperCase() ?? null
}

/** Without the fields that are `null`. */
export function present(fields: Readonly<Record<string, string | null>>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(fields)) if (value !== null) kept[name] = value
  return kept
}

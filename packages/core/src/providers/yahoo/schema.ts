import { type HttpResponse, parseExactJson, Wire } from '../../provider/index.ts'
import { yahooError } from './errors.ts'

type Query = { now: number; symbol?: string }

/**
 * Yahoo's answers are all `{ <endpoint>: { result: […], error: null } }`: this checks for errors and opens the envelope.
 *
 * @param exact - Keep every digit; costs more.
 */
export function readResult(response: HttpResponse, endpoint: string, query: Query, exact = false): Wire {
  return readBody(response, query, exact).at(endpoint).at('result')
}

/** The whole body, after a check for errors. */
export function readBody(response: HttpResponse, query: Query, exact = false): Wire {
  const error = yahooError(response, query)
  if (error) throw error
  const json = response.json('yahoo')
  return new Wire('yahoo', exact ? parseExactJson(response.text) : json)
}

/** A number that stands alone or, in some modules, as `{ raw, fmt }`; `{}` is "absent". */
export function amountOrNull(wire: Wire): number | null {
  if (wire.isAbsent || typeof wire.value !== 'object') return wire.numberOrNull()
  return wire.at('raw').numberOrNull()
}

/** A date that stands as seconds or as `{ raw, fmt }`, as `YYYY-MM-DD` (UTC). */
export function dayOrNull(wire: Wire): string | null {
  const seconds = amountOrNull(wire)
  return seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 10)
}

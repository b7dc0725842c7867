import { type HttpResponse, parseExactJson, Wire } from '../../provider/index.ts'
import { tiingoError } from './errors.ts'

/** The body of an answer, after a check for errors. */
export function readBody(
  response: HttpResponse,
  query: { now: number; symbol?: string },
  exact = false,
): Wire {
  const error = tiingoError(response, query)
  if (error) throw error
  const json = response.json('tiingo')
  return new Wire('tiingo', exact ? parseExactJson(response.text) : json)
}

/** Days bound Tiingo's questions; answers are cut to the instants. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

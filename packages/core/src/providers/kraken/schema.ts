import { type HttpResponse, parseExactJson, Wire } from '../../provider/index.ts'
import { krakenError } from './errors.ts'
import { plainPair } from './symbols.ts'

/** `result` of an answer, after a check for errors. */
export function readResult(
  response: HttpResponse,
  query: { now: number; symbol?: string },
  exact = false,
): Wire {
  const error = krakenError(response, query)
  if (error) throw error
  const json = response.json('kraken')
  return new Wire('kraken', exact ? parseExactJson(response.text) : json).at('result')
}

/** What `result` says about one pair, which it may call by its older name; `last` is a cursor. */
export function readPair(
  response: HttpResponse,
  query: { now: number; symbol: string },
  exact = false,
): Wire {
  const result = readResult(response, query, exact)
  const names = result.keys().filter((name) => name !== 'last')
  const name =
    names.find((one) => plainPair(one) === query.symbol) ?? (names.length === 1 ? names[0] : undefined)
  // By which of its names it would be missing, nobody knows.
  if (name === undefined) throw result.unlike(`an object with ${query.symbol}`)
  return result.at(name)
}

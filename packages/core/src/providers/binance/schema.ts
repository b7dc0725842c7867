import { type HttpResponse, Wire } from '../../provider/index.ts'
import { binanceError } from './errors.ts'

/** The body of an answer, after a check for errors. */
export function readBody(response: HttpResponse, query: { now: number; symbol?: string }): Wire {
  const error = binanceError(response, query)
  if (error) throw error
  return new Wire('binance', response.json('binance'))
}

import { type HttpResponse, Wire } from '../../provider/index.ts'
import { coinbaseError } from './errors.ts'

/** The body of an answer, after a check for errors. */
export function readBody(response: HttpResponse, query: { now: number; symbol?: string }): Wire {
  const error = coinbaseError(response, query)
  if (error) throw error
  return new Wire('coinbase', response.json('coinbase'))
}

/** An ISO time in nanoseconds, with all the digits it has. */
export function nanoseconds(wire: Wire): string {
  const [seconds = '', fraction = ''] = wire.text().replace(/Z$/, '').split('.')
  const ms = Date.parse(`${seconds}Z`)
  if (Number.isNaN(ms) || !/^\d{0,9}$/.test(fraction)) throw wire.unlike('an ISO 8601 time in UTC')
  return `${ms / 1000}${fraction.padEnd(9, '0')}`
}

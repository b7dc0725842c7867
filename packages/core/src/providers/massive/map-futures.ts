import {
  type BarSeries,
  type Interval,
  type NumericMode,
  parseInterval,
  type Trade,
  zonedToUtc,
} from '../../market/index.ts'
import {
  type BarsQuery,
  barsOfNumberRows,
  digitsOf,
  type HttpResponse,
  isForming,
  type JsonObject,
  sourceOf,
  type TradesQuery,
  type Wire,
} from '../../provider/index.ts'
import { instantMs, readBody, rowsOf } from './schema.ts'

const timeZone = 'America/Chicago'
const fields = {
  open: 'open',
  high: 'high',
  low: 'low',
  close: 'close',
  volume: 'volume',
  trades: 'transactions',
} as const
const words = { s: 'sec', m: 'min', h: 'hour', d: 'session', w: 'week', mo: 'month', y: 'year' } as const

/** `5m` is `5min`; a day is a session, which begins the evening before. */
export function resolutionOf(interval: Interval): string {
  const { count, unit } = parseInterval(interval)
  return `${count}${words[unit]}`
}

/** Bars of one contract; a session's bar is stamped with midnight of the day on which it ends. */
export function readFutureBars(
  response: HttpResponse,
  query: BarsQuery,
): BarSeries<'number'> | BarSeries<'string'> {
  const { instrument, interval, adjustment } = query
  const { isDaily } = parseInterval(interval)
  return barsOfNumberRows(
    {
      rows: readBody(response, query, query.numeric === 'string').at('results'),
      fields,
      timeField: isDaily ? 'session_end_date' : 'window_start',
      timeOf: isDaily ? sessionOf : ({ window_start }) => instantMs(Number(digitsOf(window_start))),
      facts: (last) => ({
        instrument,
        interval,
        timeZone,
        currency: 'USD',
        priceScale: 1,
        adjustment,
        source: sourceOf('massive', query),
        gaps: [],
        issues: [],
        simulated: false,
        forming: isForming(last, query, timeZone),
      }),
    },
    query,
  )
}

function sessionOf({ session_end_date: date }: JsonObject): number {
  const isDay = typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date)
  return isDay ? zonedToUtc(Date.parse(date), timeZone) : Number.NaN
}

/** Trades of one contract, oldest first. */
export function readFutureTrades(response: HttpResponse, query: TradesQuery): Trade<NumericMode>[] {
  return rowsOf(readBody(response, query, true))
    .slice(0, query.limit)
    .map((wire) => toTrade(wire, query))
}

function toTrade(wire: Wire, { instrument, numeric }: TradesQuery): Trade<NumericMode> {
  const stamp = wire.at('timestamp')
  const timeNs = stamp.number() >= 1e17 ? digitsOf(stamp.value) : undefined
  if (timeNs === undefined) throw stamp.unlike('nanoseconds')
  const sequence = wire.at('sequence_number').numberOrNull()
  return {
    instrument,
    time: Number(timeNs.slice(0, -6)),
    timeNs,
    price: wire.at('price').numeric(numeric),
    size: wire.at('size').numeric(numeric),
    ...(sequence !== null && { sequence }),
  }
}

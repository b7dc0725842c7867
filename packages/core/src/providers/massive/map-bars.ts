import {
  type BarSeries,
  type BarSeriesFacts,
  type Interval,
  parseInterval,
  type SeriesIssue,
} from '../../market/index.ts'
import {
  type BarsQuery,
  barsOfNumberRows,
  digitsOf,
  type HttpResponse,
  isForming,
  sourceOf,
  usSessionFilter,
  Wire,
} from '../../provider/index.ts'
import { readBody } from './schema.ts'

const fields = { open: 'o', high: 'h', low: 'l', close: 'c', volume: 'v', vwap: 'vw', trades: 'n' } as const
const timespans = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
  y: 'year',
} as const

/** `5m` is `5/minute`. */
export function rangeOf(interval: Interval): string {
  const { count, unit } = parseInterval(interval)
  return `${count}/${timespans[unit]}`
}

/** One page of aggregates. Bars in which nothing traded are absent from it. */
export function readBars(
  response: HttpResponse,
  query: BarsQuery,
): BarSeries<'number'> | BarSeries<'string'> {
  const body = readBody(response, query)
  const rows = readRows(body)
  const length = Array.isArray(rows.value) ? rows.value.length : 0
  return barsOfNumberRows(
    {
      rows: query.numeric === 'number' ? rows : readRows(readBody(response, query, true)),
      fields,
      timeField: 't',
      timeOf: ({ t }) => timeOf(t),
      isWanted: usSessionFilter(query),
      facts: (last) => factsOf(body, query, length, last),
    },
    query,
  )
}

/** Whole ms, UTC. */
function timeOf(stamp: unknown): number {
  const time = typeof stamp === 'number' ? stamp : Number(digitsOf(stamp))
  return Number.isInteger(time) ? time : Number.NaN
}

/** `results` is missing where there are none, and then the count says so, or else the status that all is well. */
function readRows(body: Wire): Wire {
  const results = body.at('results')
  const count = body.at('resultsCount').isAbsent ? body.at('count') : body.at('resultsCount')
  const isEmpty = count.isAbsent ? typeof body.at('status').value === 'string' : digitsOf(count.value) === '0'
  if (results.isAbsent && isEmpty) return new Wire('massive', [], 'results')
  if (!Array.isArray(results.value)) throw results.unlike('an array of bars')
  return results
}

function factsOf(body: Wire, query: BarsQuery, rows: number, last: number | undefined): BarSeriesFacts {
  const { instrument, interval } = query
  const isPair = instrument.assetClass === 'crypto' || instrument.assetClass === 'fx'
  const timeZone = isPair ? 'UTC' : 'America/New_York'
  const currency = 'quote' in instrument ? instrument.quote : instrument.assetClass === 'index' ? null : 'USD'
  const issues = countIssues(body, rows)
  return {
    instrument,
    interval,
    timeZone,
    currency,
    priceScale: 1,
    adjustment: query.adjustment,
    source: sourceOf('massive', query, body.at('status').value === 'DELAYED' ? 900_000 : null),
    gaps: [],
    issues,
    simulated: false,
    forming: isForming(last, query, timeZone),
  }
}

/** Rows lost on the way show in the counts: two that agree against the rows are proof, one is worth telling. */
function countIssues(body: Wire, rows: number): SeriesIssue[] {
  const counts = [body.at('resultsCount').value, body.at('count').value].filter((n) => typeof n === 'number')
  const [count] = counts
  if (count === undefined || counts.includes(rows)) return []
  if (counts.length === 2 && counts[0] === counts[1]) {
    throw body.at('results').unlike(`${count} bars, as resultsCount says`)
  }
  return [
    {
      kind: 'count-mismatch',
      message: `${rows} bars arrived, resultsCount says ${count}.`,
      where: 'resultsCount',
    },
  ]
}

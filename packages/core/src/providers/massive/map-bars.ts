import {
  BarSeries,
  type BarSeriesFacts,
  type Interval,
  parseInterval,
  type SeriesIssue,
} from '../../market/index.ts'
import {
  type BarsQuery,
  barEnd,
  exactColumn,
  exactVolumeColumn,
  type HttpResponse,
  isJsonObject,
  type JsonObject,
  parseExactJson,
  sourceOf,
  usSessionFilter,
  Wire,
} from '../../provider/index.ts'
import { readBody } from './schema.ts'

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
  const { length } = rows
  const column = () => new Float64Array(length)
  const [time, open, high, low, close, volume, vwap, trades] = Array.from({ length: 8 }, column)
  if (!time || !open || !high || !low || !close || !volume || !vwap || !trades) throw new RangeError()
  const taken = new Int32Array(length)
  const isWanted = usSessionFilter(query)
  let count = 0
  let previous = Number.NEGATIVE_INFINITY
  for (let i = 0; i < length; i++) {
    const row = rows[i]
    if (!isJsonObject(row)) throw new Wire('massive', row, `results[${i}]`).unlike('an object')
    const { t, o, h, l, c, v, vw, n } = row
    if (typeof t !== 'number' || !Number.isInteger(t) || t <= previous) {
      throw wrong(row, i, 't', previous > 0 ? `ms UTC, later than ${previous}` : 'ms UTC')
    }
    previous = t
    if (typeof o !== 'number') throw wrong(row, i, 'o')
    if (typeof h !== 'number') throw wrong(row, i, 'h')
    if (typeof l !== 'number') throw wrong(row, i, 'l')
    if (typeof c !== 'number') throw wrong(row, i, 'c')
    if (t < query.start || t >= query.end || !isWanted(t)) continue
    time[count] = t
    open[count] = o
    high[count] = h
    low[count] = l
    close[count] = c
    volume[count] = optional(v, row, i, 'v')
    vwap[count] = optional(vw, row, i, 'vw')
    trades[count] = optional(n, row, i, 'n')
    taken[count++] = i
  }
  const cut = (values: Float64Array) => (count === length ? values : values.subarray(0, count))
  const facts = factsOf(body, query, length, time[count - 1])
  const numbers = {
    time: cut(time),
    open: cut(open),
    high: cut(high),
    low: cut(low),
    close: cut(close),
    volume: cut(volume),
    vwap: cut(vwap),
    trades: cut(trades),
  }
  if (query.numeric === 'number') return new BarSeries(facts, numbers)
  const exactRows = readRows(new Wire('massive', parseExactJson(response.text)))
  const cells = (name: string) => exactRows.map((row) => (isJsonObject(row) ? row[name] : undefined))
  return new BarSeries<'string'>(facts, {
    ...numbers,
    open: exactColumn(cells('o'), taken, numbers.open),
    high: exactColumn(cells('h'), taken, numbers.high),
    low: exactColumn(cells('l'), taken, numbers.low),
    close: exactColumn(cells('c'), taken, numbers.close),
    volume: exactVolumeColumn(cells('v'), taken, numbers.volume),
    vwap: exactVolumeColumn(cells('vw'), taken, numbers.vwap),
  })
}

/** `results` is missing where there are none, and then the count says so. */
function readRows(body: Wire): readonly unknown[] {
  const results = body.at('results')
  if (results.isAbsent && Number(body.at('resultsCount').value ?? body.at('count').value ?? 0) === 0)
    return []
  if (!Array.isArray(results.value)) throw results.unlike('an array of bars')
  return results.value
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
    forming: last !== undefined && query.now < barEnd(last, interval, timeZone),
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

function optional(value: unknown, row: JsonObject, index: number, name: string): number {
  if (typeof value === 'number') return value
  if (value === undefined || value === null) return Number.NaN
  throw wrong(row, index, name)
}

function wrong(row: JsonObject, index: number, name: string, expected = 'a number') {
  return new Wire('massive', row, `results[${index}]`).at(name).unlike(expected)
}

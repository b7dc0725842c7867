import {
  type BarColumns,
  BarSeries,
  type BarSeriesFacts,
  type IntervalUnit,
  parseInterval,
} from '../../market/index.ts'
import {
  type BarsQuery,
  createInstantClock,
  createWallClock,
  cutColumns,
  emptyColumns,
  exactColumn,
  type HttpResponse,
  isForming,
  isJsonObject,
  type JsonObject,
  parseExactJson,
  roundDigits,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { readBody } from './schema.ts'

const dayMs = 86_400_000
const timeZone = 'America/New_York'
const raw = { open: 'open', high: 'high', low: 'low', close: 'close', volume: 'volume' } as const
const adjusted = {
  open: 'adjOpen',
  high: 'adjHigh',
  low: 'adjLow',
  close: 'adjClose',
  volume: 'adjVolume',
} as const

type PriceName = 'open' | 'high' | 'low' | 'close'

/** For every bar the row that each of its prices stands in. */
type PriceRows = Record<PriceName, Int32Array>

/**
 * Bars of shares from daily rows `{ date, open … adjVolume, divCash, splitFactor }`, whose dates are trading days.
 *
 * Prices adjusted for splits alone are made of the raw ones and the split factors of later days, for which the question
 * reaches to today. Weeks, months and years are made of days, so that they are adjusted alike.
 */
export function readDailyBars(
  response: HttpResponse,
  query: BarsQuery,
): BarSeries<'number'> | BarSeries<'string'> {
  const body = readBody(response, query)
  const fields = query.adjustment === 'splits+dividends' ? adjusted : raw
  const { columns, rows } = joinDays(readDays(body, fields, query), query)
  const { time, volume } = columns
  const facts: BarSeriesFacts = {
    instrument: query.instrument,
    interval: query.interval,
    timeZone,
    // Tiingo names none; its shares abroad are those of China, which have no symbol here.
    currency: 'USD',
    priceScale: 1,
    adjustment: query.adjustment,
    source: sourceOf('tiingo', query),
    gaps: [],
    issues: [],
    simulated: false,
    forming: isForming(time[time.length - 1], query, timeZone),
  }
  if (query.numeric === 'number') return new BarSeries(facts, columns)
  const exact = parseExactJson(response.text)
  const sent = (name: PriceName) => {
    const cells = Array.isArray(exact)
      ? exact.map((row: unknown) => (isJsonObject(row) ? row[fields[name]] : undefined))
      : []
    return exactColumn(cells, rows[name], columns[name])
  }
  return new BarSeries<'string'>(facts, {
    time,
    open: sent('open'),
    high: sent('high'),
    low: sent('low'),
    close: sent('close'),
    volume: Array.from(volume, (size) => (Number.isNaN(size) ? null : String(size))),
  })
}

/** A bar for each row, its time the midnight in UTC that stands for the trading day. */
function readDays(body: Wire, fields: typeof raw | typeof adjusted, { adjustment }: BarsQuery): BarColumns {
  const table: readonly unknown[] = Array.isArray(body.value) ? body.value : body.items()
  const columns = emptyColumns(table.length)
  const { time, open, high, low, close, volume } = columns
  const readInstant = createInstantClock()
  let factor = 1
  // From the newest: a day's prices are divided by the splits of all later days.
  let later = Number.POSITIVE_INFINITY
  for (let at = table.length - 1; at >= 0; at--) {
    const row = table[at]
    if (!isJsonObject(row)) throw body.at(at).unlike('an object')
    const day = typeof row.date === 'string' ? readInstant(row.date) : Number.NaN
    if (day % dayMs !== 0) throw body.at(at).at('date').unlike('a day')
    if (day >= later) {
      throw body
        .at(at)
        .at('date')
        .unlike(`a day before ${new Date(later).toISOString()}`)
    }
    later = day
    time[at] = day
    open[at] = scaled(numberAt(row, fields.open, body, at), factor)
    high[at] = scaled(numberAt(row, fields.high, body, at), factor)
    low[at] = scaled(numberAt(row, fields.low, body, at), factor)
    close[at] = scaled(numberAt(row, fields.close, body, at), factor)
    const isAbsent = row[fields.volume] === null || row[fields.volume] === undefined
    const size = isAbsent ? Number.NaN : numberAt(row, fields.volume, body, at)
    volume[at] = factor === 1 ? size : Math.round(size * factor)
    if (adjustment === 'splits') factor *= numberAt(row, 'splitFactor', body, at)
  }
  return columns
}

function numberAt(row: JsonObject, field: string, body: Wire, at: number): number {
  const value = row[field]
  return typeof value === 'number' ? value : body.at(at).at(field).number()
}

/** To the digits that prices have, where they are computed. */
function scaled(price: number, factor: number): number {
  return factor === 1 ? price : roundDigits(price / factor, 10)
}

/** Days to bars of the interval, those of the range, stamped with their open in New York. */
function joinDays(
  days: BarColumns,
  { interval, start, end }: BarsQuery,
): { columns: BarColumns; rows: PriceRows } {
  const { unit } = parseInterval(interval)
  const toUtc = createWallClock(timeZone)
  const { length } = days.time
  const columns = emptyColumns(length)
  const { time, open, high, low, close, volume } = columns
  const rows: PriceRows = {
    open: new Int32Array(length),
    high: new Int32Array(length),
    low: new Int32Array(length),
    close: new Int32Array(length),
  }
  let count = 0
  let bucket = Number.NaN
  for (let day = 0; day < length; day++) {
    const opens = openOf(days.time[day] as number, unit)
    if (opens !== bucket) {
      bucket = opens
      const utc = toUtc(opens)
      if (utc < start) continue
      if (utc >= end) break
      time[count] = utc
      open[count] = days.open[day] as number
      high[count] = days.high[day] as number
      low[count] = days.low[day] as number
      close[count] = days.close[day] as number
      volume[count] = days.volume[day] as number
      rows.open[count] = day
      rows.high[count] = day
      rows.low[count] = day
      rows.close[count] = day
      count++
    } else if (count > 0) extend(columns, rows, count - 1, days, day)
  }
  return { columns: cutColumns(columns, count), rows }
}

/** Adds a day to the bar that it belongs to. */
function extend(columns: BarColumns, rows: PriceRows, bar: number, days: BarColumns, day: number): void {
  const { high, low, close, volume } = columns
  if ((days.high[day] as number) > (high[bar] as number)) {
    high[bar] = days.high[day] as number
    rows.high[bar] = day
  }
  if ((days.low[day] as number) < (low[bar] as number)) {
    low[bar] = days.low[day] as number
    rows.low[bar] = day
  }
  close[bar] = days.close[day] as number
  rows.close[bar] = day
  volume[bar] = (volume[bar] as number) + (days.volume[day] as number)
}

/** When the bar opens that holds a day: weeks on Mondays. */
function openOf(day: number, unit: IntervalUnit): number {
  const date = new Date(day)
  if (unit === 'w') return day - ((date.getUTCDay() + 6) % 7) * dayMs
  if (unit === 'mo') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  return unit === 'y' ? Date.UTC(date.getUTCFullYear(), 0, 1) : day
}

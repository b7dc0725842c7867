import {
  type BarColumns,
  BarSeries,
  type BarSeriesFacts,
  type Interval,
  type IntervalUnit,
  isTimeZone,
  parseInterval,
} from '../../market/index.ts'
import {
  type BarsQuery,
  createRowClock,
  createWallClock,
  cutColumns,
  emptyColumns,
  type HttpResponse,
  isForming,
  isJsonObject,
  type JsonObject,
  readDecimal,
  roundDigits,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { readSymbolBody } from './schema.ts'

const dayMs = 86_400_000

/** A series answer: objects by wall-clock time, newest first, whose fields are numbered text. */
export function readBars(
  response: HttpResponse,
  query: BarsQuery,
): BarSeries<'number'> | BarSeries<'string'> {
  const body = readSymbolBody(response, query)
  const timeZone = zoneOf(body.at('Meta Data'))
  const series = seriesOf(body, query.interval)
  const { instrument, interval, adjustment, numeric } = query
  const names = newestFirst(series.keys())
  const fields = fieldsOf(series, names, instrument)
  const { columns, rows } = decode(series, names, fields, timeZone, query)
  const { time } = columns
  const facts: BarSeriesFacts = {
    instrument,
    interval,
    timeZone,
    currency: 'quote' in instrument ? instrument.quote : null,
    priceScale: 1,
    adjustment,
    source: sourceOf('alpha-vantage', query),
    gaps: [],
    issues: [],
    simulated: false,
    forming: isForming(time[time.length - 1], query, timeZone),
  }
  if (numeric === 'number') return new BarSeries(facts, columns)
  const sent = (field: string) =>
    Array.from(rows, (row) =>
      series
        .at(names[row] ?? '')
        .at(field)
        .text(),
    )
  // Adjusted prices are computed, so there are no digits to keep.
  const texts = (name: 'open' | 'high' | 'low' | 'close') =>
    fields.adjusted === undefined ? sent(fields[name]) : Array.from(columns[name], String)
  return new BarSeries<'string'>(facts, {
    time,
    open: texts('open'),
    high: texts('high'),
    low: texts('low'),
    close: texts('close'),
    volume: fields.volume === undefined ? Array.from(rows, () => null) : sent(fields.volume),
  })
}

/** The zone of the wall clock: the last line of the meta data, whatever its number. */
function zoneOf(meta: Wire): string {
  const names = meta.keys()
  const name = names.find((key) => key.endsWith('Time Zone')) ?? `${names.length + 1}. Time Zone`
  const wire = meta.at(name)
  const zone = wire.text() === 'US/Eastern' ? 'America/New_York' : wire.text()
  if (!isTimeZone(zone)) throw wire.unlike('an IANA time zone')
  return zone
}

function seriesOf(body: Wire, interval: Interval): Wire {
  const { count, unit } = parseInterval(interval)
  const words = { w: 'Weekly Time Series', mo: 'Monthly Time Series', d: 'Time Series (Daily)' } as const
  const usual =
    unit === 'w' || unit === 'mo' || unit === 'd'
      ? words[unit]
      : `Time Series (${unit === 'h' ? 60 : count}min)`
  return body.at(body.keys().find((key) => key.includes('Time Series')) ?? usual)
}

/** The bars of the range, oldest first. `rows` leads from a bar back to its name. */
function decode(
  series: Wire,
  names: readonly string[],
  fields: Fields,
  timeZone: string,
  { start, end, interval }: BarsQuery,
): { columns: BarColumns; rows: Int32Array } {
  const toUtc = createWallClock(timeZone)
  const readClock = createRowClock()
  const { unit } = parseInterval(interval)
  // Looked up by name: asking a large object for its values takes five times as long.
  const table = isJsonObject(series.value) ? series.value : {}
  const columns = emptyColumns(names.length)
  const { time, open, high, low, close, volume } = columns
  const rows = new Int32Array(names.length)
  let count = 0
  for (let at = names.length - 1; at >= 0; at--) {
    const name = names[at] as string
    const row = table[name]
    const local = isRowName(name) ? readClock(name, name.length > 10) : Number.NaN
    if (Number.isNaN(local) || !isJsonObject(row)) throw series.at(name).unlike('a bar under its time')
    const opens = toUtc(openOf(local, unit))
    if (opens < start || opens >= end) continue
    time[count] = opens
    open[count] = decimalAt(row, fields.open, series, name)
    high[count] = decimalAt(row, fields.high, series, name)
    low[count] = decimalAt(row, fields.low, series, name)
    close[count] = decimalAt(row, fields.close, series, name)
    volume[count] = fields.volume === undefined ? Number.NaN : decimalAt(row, fields.volume, series, name)
    if (fields.adjusted !== undefined) {
      restate(columns, count, decimalAt(row, fields.adjusted, series, name))
    }
    rows[count++] = at
  }
  return { columns: cutColumns(columns, count), rows: rows.subarray(0, count) }
}

/** `2024-01-31` or `2024-01-31 09:30:00`. */
function isRowName(name: string): boolean {
  return name.length === 10 || (name.length === 19 && name.charCodeAt(10) === 32)
}

/** Names as they usually come. */
function newestFirst(names: readonly string[]): readonly string[] {
  for (let i = 1; i < names.length; i++)
    if ((names[i] as string) >= (names[i - 1] as string)) return names.toSorted().reverse()
  return names
}

/** A week and a month are stamped with their last trading day; a bar's time is when it opens. */
function openOf(local: number, unit: IntervalUnit): number {
  if (unit !== 'w' && unit !== 'mo') return local
  const date = new Date(local)
  if (unit === 'mo') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  // Days since Monday.
  return local - ((date.getUTCDay() + 6) % 7) * dayMs
}

type Fields = {
  open: string
  high: string
  low: string
  close: string
  volume: string | undefined
  adjusted: string | undefined
}

/** `1. open`; for crypto at times `1a. open (EUR)` beside `1b. open (USD)`. */
function fieldsOf(series: Wire, rowNames: readonly string[], instrument: BarsQuery['instrument']): Fields {
  const names = [...new Set(rowNames.slice(0, 3).flatMap((name) => series.at(name).keys()))]
  const quote = 'quote' in instrument ? `(${instrument.quote})` : '('
  const find = (word: string) =>
    names.find((name) => name.endsWith(`. ${word}`)) ??
    names.find((name) => name.includes(`. ${word} `) && name.includes(quote))
  return {
    open: find('open') ?? '1. open',
    high: find('high') ?? '2. high',
    low: find('low') ?? '3. low',
    close: find('close') ?? '4. close',
    volume: find('volume'),
    adjusted: find('adjusted close'),
  }
}

function decimalAt(row: JsonObject, field: string, series: Wire, name: string): number {
  const text = row[field]
  const value = typeof text === 'string' ? readDecimal(text) : Number.NaN
  if (!Number.isFinite(value)) throw series.at(name).at(field).unlike('a decimal number as text')
  return value
}

/** Restates a bar by the ratio of its adjusted close to its close, to the digits that prices have. */
function restate({ open, high, low, close }: BarColumns, at: number, adjusted: number): void {
  const ratio = adjusted / (close[at] as number)
  for (const column of [open, high, low]) column[at] = roundDigits((column[at] as number) * ratio, 10)
  close[at] = adjusted
}

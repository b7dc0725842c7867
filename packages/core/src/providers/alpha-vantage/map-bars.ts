import {
  BarSeries,
  type BarSeriesFacts,
  type Interval,
  type IntervalUnit,
  isTimeZone,
  parseInterval,
} from '../../market/index.ts'
import {
  type BarsQuery,
  barEnd,
  createWallClock,
  type HttpResponse,
  isJsonObject,
  type JsonObject,
  readDecimal,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { createRowClock } from './row-clock.ts'
import { readSymbolBody } from './schema.ts'

const dayMs = 86_400_000
/** The rows of the range, oldest first: their names and their fields side by side. */
type Rows = { time: Float64Array; keys: readonly string[]; cells: readonly JsonObject[] }

/** A series answer: objects by wall-clock time, newest first, whose fields are numbered text. */
export function readBars(
  response: HttpResponse,
  query: BarsQuery,
): BarSeries<'number'> | BarSeries<'string'> {
  const body = readSymbolBody(response, query)
  const timeZone = zoneOf(body.at('Meta Data'))
  const series = seriesOf(body, query.interval)
  const rows = rowsOf(series, timeZone, query)
  const { instrument, interval, adjustment, now, numeric } = query
  const { time } = rows
  const last = time.at(-1)
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
    forming: last !== undefined && now < barEnd(last, interval, timeZone),
  }
  const names = fieldsOf(rows, instrument)
  const numbers = (name: string) => numberColumn(series, rows, name)
  const columns = {
    time,
    open: numbers(names.open),
    high: numbers(names.high),
    low: numbers(names.low),
    close: numbers(names.close),
    volume:
      names.volume === undefined ? new Float64Array(time.length).fill(Number.NaN) : numbers(names.volume),
  }
  if (names.adjusted !== undefined) restate(columns, numbers(names.adjusted))
  if (numeric === 'number') return new BarSeries(facts, columns)
  // Adjusted prices are computed, so there are no digits to keep.
  const texts = (name: 'open' | 'high' | 'low' | 'close') =>
    names.adjusted === undefined ? textColumn(rows, names[name]) : Array.from(columns[name], String)
  return new BarSeries<'string'>(facts, {
    time,
    open: texts('open'),
    high: texts('high'),
    low: texts('low'),
    close: texts('close'),
    volume: names.volume === undefined ? rows.keys.map(() => null) : textColumn(rows, names.volume),
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

/** The rows in the range. The order of an object's fields carries no meaning, so they are put in order where they are not. */
function rowsOf(series: Wire, timeZone: string, { start, end, interval }: BarsQuery): Rows {
  const toUtc = createWallClock(timeZone)
  const readClock = createRowClock()
  const { unit } = parseInterval(interval)
  const names = newestFirst(series.keys())
  // Looked up by name: asking a large object for its values takes five times as long.
  const table = isJsonObject(series.value) ? series.value : {}
  const time = new Float64Array(names.length)
  const keys: string[] = []
  const cells: JsonObject[] = []
  for (let i = names.length - 1; i >= 0; i--) {
    const key = names[i] as string
    const row = table[key]
    const local = readClock(key)
    if (Number.isNaN(local) || !isJsonObject(row)) throw series.at(key).unlike('a bar under its time')
    const open = toUtc(openOf(local, unit))
    if (open < start || open >= end) continue
    time[keys.length] = open
    keys.push(key)
    cells.push(row)
  }
  return { time: time.subarray(0, keys.length), keys, cells }
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
function fieldsOf({ cells }: Rows, instrument: BarsQuery['instrument']): Fields {
  const names = [...new Set(cells.slice(0, 3).flatMap((row) => Object.keys(row)))]
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

function numberColumn(series: Wire, { keys, cells }: Rows, name: string): Float64Array {
  const column = new Float64Array(cells.length)
  for (let i = 0; i < cells.length; i++) {
    const text = cells[i]?.[name]
    const value = typeof text === 'string' ? readDecimal(text) : Number.NaN
    if (!Number.isFinite(value))
      throw series
        .at(keys[i] ?? '')
        .at(name)
        .unlike('a decimal number as text')
    column[i] = value
  }
  return column
}

/** What `numberColumn` has read, as it was sent. */
function textColumn({ cells }: Rows, name: string): string[] {
  return cells.map((row) => String(row[name]))
}

/** Restates each bar by the ratio of its adjusted close to its close, to the digits that prices have. */
function restate(
  columns: { open: Float64Array; high: Float64Array; low: Float64Array; close: Float64Array },
  adjusted: Float64Array,
): void {
  const { open, high, low, close } = columns
  adjusted.forEach((value, index) => {
    const ratio = value / (close[index] ?? Number.NaN)
    for (const column of [open, high, low]) {
      column[index] = Number(((column[index] ?? Number.NaN) * ratio).toPrecision(10))
    }
    close[index] = value
  })
}

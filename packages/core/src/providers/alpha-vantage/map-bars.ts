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
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { readSymbolBody } from './schema.ts'

const dayMs = 86_400_000
const clock = /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/
const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/

type Row = { time: number; key: string; cells: JsonObject }

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
  const last = rows.at(-1)
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
    forming: last !== undefined && now < barEnd(last.time, interval, timeZone),
  }
  const names = fieldsOf(rows, instrument)
  const text = {
    open: textColumn(series, rows, names.open),
    high: textColumn(series, rows, names.high),
    low: textColumn(series, rows, names.low),
    close: textColumn(series, rows, names.close),
  }
  const volume = names.volume === undefined ? undefined : textColumn(series, rows, names.volume)
  const time = Float64Array.from(rows, (row) => row.time)
  if (names.adjusted === undefined && numeric === 'string') {
    return new BarSeries<'string'>(facts, { time, ...text, volume: volume ?? rows.map(() => null) })
  }
  const columns = {
    time,
    open: numbers(text.open),
    high: numbers(text.high),
    low: numbers(text.low),
    close: numbers(text.close),
    volume: volume ? numbers(volume) : new Float64Array(rows.length).fill(Number.NaN),
  }
  if (names.adjusted !== undefined) restate(columns, textColumn(series, rows, names.adjusted))
  if (numeric === 'number') return new BarSeries(facts, columns)
  return new BarSeries<'string'>(facts, {
    time,
    open: Array.from(columns.open, String),
    high: Array.from(columns.high, String),
    low: Array.from(columns.low, String),
    close: Array.from(columns.close, String),
    volume: volume ?? rows.map(() => null),
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

/** The rows in the range, oldest first. The order of an object's fields carries no meaning, so they are sorted. */
function rowsOf(series: Wire, timeZone: string, { start, end, interval }: BarsQuery): Row[] {
  const toUtc = createWallClock(timeZone)
  const { unit } = parseInterval(interval)
  const rows: Row[] = []
  const table = series.value
  for (const key of series.keys().reverse().sort()) {
    const cells = isJsonObject(table) ? table[key] : undefined
    const local = readClock(key)
    if (Number.isNaN(local) || !isJsonObject(cells)) throw series.at(key).unlike('a bar under its time')
    const time = toUtc(openOf(local, unit))
    if (time >= start && time < end) rows.push({ time, key, cells })
  }
  return rows
}

/** `2024-01-31` or `2024-01-31 09:30:00` as if it were UTC; NaN for anything else. */
function readClock(key: string): number {
  if (!clock.test(key)) return Number.NaN
  return Date.parse(key.length === 10 ? key : `${key.slice(0, 10)}T${key.slice(11)}Z`)
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
function fieldsOf(rows: readonly Row[], instrument: BarsQuery['instrument']): Fields {
  const names = [...new Set(rows.slice(0, 3).flatMap(({ cells }) => Object.keys(cells)))]
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

// A loop: `Float64Array.from` with a mapping takes three times as long.
function numbers(texts: readonly string[]): Float64Array {
  const column = new Float64Array(texts.length)
  texts.forEach((text, index) => {
    column[index] = Number(text)
  })
  return column
}

function textColumn(series: Wire, rows: readonly Row[], name: string): string[] {
  return rows.map(({ key, cells }) => {
    const value = cells[name]
    if (typeof value === 'string' && decimal.test(value)) return value
    throw series.at(key).at(name).unlike('a decimal number as text')
  })
}

/** Restates each bar by the ratio of its adjusted close to its close, to the digits that prices have. */
function restate(
  columns: { open: Float64Array; high: Float64Array; low: Float64Array; close: Float64Array },
  adjusted: readonly string[],
): void {
  const { open, high, low, close } = columns
  adjusted.forEach((text, index) => {
    const ratio = Number(text) / (close[index] ?? Number.NaN)
    for (const column of [open, high, low]) {
      column[index] = Number(((column[index] ?? Number.NaN) * ratio).toPrecision(10))
    }
    close[index] = Number(text)
  })
}

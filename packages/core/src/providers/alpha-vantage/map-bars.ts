import {
  BarSeries,
  type BarSeriesFacts,
  type Interval,
  isTimeZone,
  offsetInZone,
  parseInterval,
  zonedToUtc,
} from '../../market/index.ts'
import {
  type BarsQuery,
  barEnd,
  type HttpResponse,
  isJsonObject,
  type JsonObject,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import { readSymbolBody } from './schema.ts'

const dayMs = 86_400_000
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
    open: Float64Array.from(text.open, Number),
    high: Float64Array.from(text.high, Number),
    low: Float64Array.from(text.low, Number),
    close: Float64Array.from(text.close, Number),
    volume: volume ? Float64Array.from(volume, Number) : new Float64Array(rows.length).fill(Number.NaN),
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
  const rows: Row[] = []
  const table = series.value
  for (const key of series.keys().sort()) {
    const cells = isJsonObject(table) ? table[key] : undefined
    const local = readClock(key)
    if (local === undefined || !isJsonObject(cells)) throw series.at(key).unlike('a bar under its time')
    const time = toUtc(openOf(local, interval))
    if (time >= start && time < end) rows.push({ time, key, cells })
  }
  return rows
}

function readClock(key: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/.test(key)) return undefined
  const local = Date.parse(key.length === 10 ? key : `${key.replace(' ', 'T')}Z`)
  return Number.isNaN(local) ? undefined : local
}

/** A week and a month are stamped with their last trading day; a bar's time is when it opens. */
function openOf(local: number, interval: Interval): number {
  const { unit } = parseInterval(interval)
  const date = new Date(local)
  // Days since Monday.
  if (unit === 'w') return local - ((date.getUTCDay() + 6) % 7) * dayMs
  return unit === 'mo' ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) : local
}

/** `zonedToUtc` for many times in order: a look at the zone a week, unless the clocks change in it. */
function createWallClock(timeZone: string): (local: number) => number {
  let week = Number.NaN
  let offset: number | undefined
  return (local) => {
    const current = Math.floor(local / (7 * dayMs))
    if (current !== week) {
      week = current
      const before = offsetInZone((week * 7 - 1) * dayMs, timeZone)
      offset = before === offsetInZone((week * 7 + 8) * dayMs, timeZone) ? before : undefined
    }
    return offset === undefined ? zonedToUtc(local, timeZone) : local - offset
  }
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

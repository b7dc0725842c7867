import { DelistedError } from '../../errors/index.ts'
import {
  type BarColumns,
  BarSeries,
  type BarSeriesFacts,
  dateInZone,
  type Gap,
  type Interval,
  isTimeZone,
  parseInterval,
  type SeriesIssue,
} from '../../market/index.ts'
import {
  type BarsQuery,
  barEnd,
  cutColumns,
  emptyColumns,
  exactColumn,
  exactVolumeColumn,
  type HttpResponse,
  isForming,
  parseExactJson,
  sourceOf,
  Wire,
} from '../../provider/index.ts'
import { currencyOf } from './currency.ts'
import { shortestFloat32 } from './float32.ts'
import { readResult } from './schema.ts'

type Cells = readonly unknown[]

type Columns = {
  timestamp: Cells
  open: Cells
  high: Cells
  low: Cells
  close: Cells
  volume: Cells | undefined
  adjusted: Cells | undefined
}

/** Rows that became bars. `row` leads from a bar back to its row in the answer. */
type Decoded = {
  columns: BarColumns
  row: Int32Array
  gaps: Gap[]
  issues: SeriesIssue[]
  forming: boolean
}

/** A chart answer as bars: prices without float32 noise, empty rows as gaps, the doubled last session once. */
export function readBars(
  response: HttpResponse,
  query: BarsQuery,
): BarSeries<'number'> | BarSeries<'string'> {
  const chart = openChart(response, query)
  const { timeZone, currency, priceScale } = chart
  const columns = openColumns(chart.wire, query)
  const decoded = decode(columns, chart, query)
  const facts: BarSeriesFacts = {
    instrument: query.instrument,
    interval: query.interval,
    timeZone,
    currency,
    priceScale,
    adjustment: query.adjustment,
    source: sourceOf('yahoo', query),
    gaps: decoded.gaps,
    issues: decoded.issues,
    simulated: false,
    forming: decoded.forming,
  }
  if (query.numeric === 'number') return new BarSeries(facts, decoded.columns)
  return new BarSeries<'string'>(facts, exactColumns(response, query, decoded))
}

export type Chart = { wire: Wire; timeZone: string; currency: string | null; priceScale: number }

/** The one result of a chart answer and what its `meta` says. */
export function openChart(response: HttpResponse, query: { now: number; symbol: string }): Chart {
  const wire = readResult(response, 'chart', query).at(0)
  const meta = wire.at('meta')
  const code = meta.at('currency').textOrNull()
  // What is left of a dead symbol: no currency, no first day, no data.
  if (code === null && meta.at('firstTradeDate').isAbsent && wire.at('timestamp').isAbsent)
    throw new DelistedError(query.symbol, { provider: 'yahoo' })
  // Not `gmtoffset`: that is today's offset, and wrong on the other side of a clock change.
  const zone = meta.at('exchangeTimezoneName')
  const timeZone = zone.text()
  if (!isTimeZone(timeZone)) throw zone.unlike('an IANA time zone')
  return { wire, timeZone, ...currencyOf(code) }
}

function openColumns(chart: Wire, query: BarsQuery): Columns {
  const timestamp = chart.at('timestamp')
  const quote = chart.at('indicators').at('quote').at(0)
  // A range without bars has no timestamps, and an empty object for the prices.
  if (timestamp.isAbsent && quote.keys().length === 0) {
    return {
      timestamp: [],
      open: [],
      high: [],
      low: [],
      close: [],
      volume: undefined,
      adjusted: undefined,
    }
  }
  const wires = [timestamp, ...(['open', 'high', 'low', 'close'] as const).map((name) => quote.at(name))]
  const volume = quote.at('volume')
  const isAdjusted = query.adjustment === 'splits+dividends'
  const adjusted = isAdjusted ? chart.at('indicators').at('adjclose').at(0).at('adjclose') : undefined
  const [time = [], open = [], high = [], low = [], close = []] = assertEqualLengths([
    ...wires,
    ...(volume.isAbsent ? [] : [volume]),
    ...(adjusted ? [adjusted] : []),
  ])
  return {
    timestamp: time,
    open,
    high,
    low,
    close,
    volume: volume.isAbsent ? undefined : cellsOf(volume),
    adjusted: adjusted && cellsOf(adjusted),
  }
}

function cellsOf(wire: Wire): Cells {
  if (!Array.isArray(wire.value)) throw wire.unlike('an array')
  return wire.value
}

/** Columns of one table. Where one differs in length it is the odd one out that is named. */
function assertEqualLengths(wires: readonly Wire[]): Cells[] {
  const columns = wires.map(cellsOf)
  const lengths = columns.map((column) => column.length)
  const common = lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? 0
  const odd = wires[lengths.findIndex((length) => length !== common)]
  if (odd) throw odd.unlike(`an array of ${common}, like the other columns`)
  return columns
}

function decode(from: Columns, chart: Chart, query: BarsQuery): Decoded {
  const { timestamp, open, high, low, close, volume, adjusted } = from
  const { start, end, interval } = query
  const length = timestamp.length
  const columns = emptyColumns(length)
  const row = new Int32Array(length)
  const gaps: Gap[] = []
  const issues: SeriesIssue[] = []
  let count = 0
  let previous = Number.NEGATIVE_INFINITY
  for (let i = 0; i < length; i++) {
    const seconds = timestamp[i]
    if (typeof seconds !== 'number' || !Number.isInteger(seconds)) throw cell(chart, 'timestamp', i, seconds)
    // Twice the same second is the doubled last bar, and only there.
    if (seconds < previous || (seconds === previous && i !== length - 1)) {
      throw cell(chart, 'timestamp', i, seconds, `a later time than ${previous}`)
    }
    previous = seconds
    const time = seconds * 1000
    const o = open[i]
    const h = high[i]
    const l = low[i]
    const c = close[i]
    const v = volume === undefined ? null : volume[i]
    if (v !== null && typeof v !== 'number') throw cell(chart, 'indicators.quote[0].volume', i, v)
    if (
      typeof o === 'number' &&
      typeof h === 'number' &&
      typeof l === 'number' &&
      typeof c === 'number' &&
      (adjusted === undefined || typeof adjusted[i] === 'number')
    ) {
      if (time < start || time >= end) continue
      columns.time[count] = time
      // A bar is restated by the ratio that Yahoo's adjusted close has to its close.
      const closing = adjusted === undefined ? c : (adjusted[i] as number)
      const ratio = closing / c
      columns.open[count] = restated(o, ratio)
      columns.high[count] = restated(h, ratio)
      columns.low[count] = restated(l, ratio)
      columns.close[count] = shortestFloat32(closing)
      columns.volume[count] = v === null ? Number.NaN : v
      row[count++] = i
    } else {
      const issue = emptyRow(from, chart, i, time)
      if (time < start || time >= end) continue
      if (issue) issues.push(issue)
      gaps.push({ from: time, to: barEnd(time, interval, chart.timeZone), reason: 'null-row' })
    }
  }
  // Before the market opens an hour may rightly be cut short by the opening bell.
  if (!query.extendedHours) count = mergeDoubledBar(columns, count, row, chart, interval, issues)
  return {
    columns: cutColumns(columns, count),
    row: row.subarray(0, count),
    gaps,
    issues,
    forming: count > 0 && isBarForming(columns.time[count - 1] ?? 0, chart, query),
  }
}

function restated(price: number, ratio: number): number {
  return shortestFloat32(ratio === 1 ? price : Math.fround(price * ratio))
}

/** Checks a row that is no bar: all its prices are `null`, or some are, which is worth telling, or one is no price. */
function emptyRow(from: Columns, chart: Chart, i: number, time: number): SeriesIssue | undefined {
  const where = 'indicators.quote[0].'
  const missing: string[] = []
  for (const name of ['open', 'high', 'low', 'close'] as const) {
    const value = from[name][i]
    if (value === null) missing.push(`${where}${name}[${i}]`)
    else if (typeof value !== 'number') throw cell(chart, where + name, i, value)
  }
  const adjusted = from.adjusted?.[i]
  if (missing.length === 4 || adjusted === undefined) {
    if (missing.length === 4) return undefined
  } else if (adjusted === null) missing.push(`indicators.adjclose[0].adjclose[${i}]`)
  else if (typeof adjusted !== 'number') throw cell(chart, 'indicators.adjclose[0].adjclose', i, adjusted)
  const place = `${chart.wire.path}.${missing[0]}`
  return {
    kind: 'bad-row',
    message: `A price is missing, so the bar was left out: ${place}`,
    time,
    where: place,
  }
}

function cell(chart: Chart, path: string, index: number, value: unknown, expected = 'a number') {
  return new Wire('yahoo', value, `${chart.wire.path}.${path}[${index}]`).unlike(expected)
}

/**
 * While a market is open Yahoo may add the live bar as a row of its own behind the bar that it belongs to. The day's live
 * row repeats the day; a week's or month's live row holds today only and is added to the rest.
 *
 * @returns the number of bars that remain
 */
function mergeDoubledBar(
  columns: BarColumns,
  count: number,
  row: Int32Array,
  chart: Chart,
  interval: Interval,
  issues: SeriesIssue[],
): number {
  const last = count - 1
  const first = count - 2
  const { time, open, high, low, close, volume } = columns
  const live = time[last]
  const from = time[first]
  // The zone is asked only when the two are closer than a bar is long; a month has up to 31 days for its nominal 30.
  const longest = parseInterval(interval).ms * (interval.endsWith('mo') ? 1.04 : 1)
  if (live === undefined || from === undefined || live - from >= longest) return count
  if (live >= barEnd(from, interval, chart.timeZone)) return count
  const at = (column: Float64Array, index: number) => column[index] ?? Number.NaN
  if (interval === '1d' || live === from) {
    for (const column of [open, high, low, close, volume]) column[first] = at(column, last)
    row[first] = row[last] ?? 0
  } else {
    high[first] = Math.max(at(high, first), at(high, last))
    low[first] = Math.min(at(low, first), at(low, last))
    close[first] = at(close, last)
    volume[first] = at(volume, first) + at(volume, last)
  }
  const where = `${chart.wire.path}.timestamp[${row[last]}]`
  const message = `The bar arrived twice, closed and live (${where}); they were joined.`
  issues.push({ kind: 'duplicate-bar', message, time: from, where })
  return count - 1
}

/** A daily bar is closed when its session is, which `meta` tells for the current one. */
function isBarForming(time: number, { wire, timeZone }: Chart, query: BarsQuery): boolean {
  // Long over: no need to ask the zone.
  if (query.now - time > 2 * parseInterval(query.interval).ms) return false
  if (query.interval === '1d') {
    const session = wire.at('meta').maybe('currentTradingPeriod').maybe('regular')
    const opens = session.maybe('start').numberOrNull()
    const closes = session.maybe('end').numberOrNull()
    if (
      opens !== null &&
      closes !== null &&
      dateInZone(opens * 1000, timeZone) === dateInZone(time, timeZone)
    ) {
      return query.now < closes * 1000
    }
  }
  return isForming(time, query, timeZone)
}

function exactColumns(response: HttpResponse, query: BarsQuery, decoded: Decoded): BarColumns<'string'> {
  const chart = new Wire('yahoo', parseExactJson(response.text)).at('chart').at('result').at(0)
  const quote = chart.at('indicators').at('quote').at(0)
  const { row, columns } = decoded
  const texts = (name: 'open' | 'high' | 'low' | 'close') => {
    // Adjusted prices are computed, so there are no digits to keep.
    const cells = query.adjustment === 'splits' ? quote.at(name).value : undefined
    return exactColumn(Array.isArray(cells) ? cells : [], row, columns[name])
  }
  const volumes = quote.at('volume').value
  return {
    time: columns.time,
    open: texts('open'),
    high: texts('high'),
    low: texts('low'),
    close: texts('close'),
    volume: exactVolumeColumn(Array.isArray(volumes) ? volumes : [], row, columns.volume),
  }
}

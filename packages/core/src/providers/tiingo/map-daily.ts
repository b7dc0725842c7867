import { BarSeries, type BarSeriesFacts, type IntervalUnit, parseInterval } from '../../market/index.ts'
import {
  type BarsQuery,
  barEnd,
  createWallClock,
  digitsOf,
  type HttpResponse,
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

/** One bar in the making: prices as digits, so that exact mode loses none. */
type Candle = { time: number; open: string; high: string; low: string; close: string; volume: number | null }

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
  const candles = joinDays(readDays(readBody(response, query, query.numeric === 'string'), query), query)
  const facts = factsOf(query, candles.at(-1)?.time)
  const time = Float64Array.from(candles, (candle) => candle.time)
  const text = (name: 'open' | 'high' | 'low' | 'close') => candles.map((candle) => candle[name])
  if (query.numeric === 'string') {
    return new BarSeries<'string'>(facts, {
      time,
      open: text('open'),
      high: text('high'),
      low: text('low'),
      close: text('close'),
      volume: candles.map(({ volume }) => (volume === null ? null : String(volume))),
    })
  }
  const column = (name: 'open' | 'high' | 'low' | 'close') => Float64Array.from(text(name), Number)
  return new BarSeries(facts, {
    time,
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    volume: Float64Array.from(candles, ({ volume }) => volume ?? Number.NaN),
  })
}

function factsOf(
  { instrument, interval, adjustment, now }: BarsQuery,
  last: number | undefined,
): BarSeriesFacts {
  return {
    instrument,
    interval,
    timeZone,
    // Tiingo names none; its shares abroad are those of China, which have no symbol here.
    currency: 'USD',
    priceScale: 1,
    adjustment,
    source: sourceOf('tiingo', { now }),
    gaps: [],
    issues: [],
    simulated: false,
    forming: last !== undefined && now < barEnd(last, interval, timeZone),
  }
}

function readDays(body: Wire, query: BarsQuery): Candle[] {
  const rows = body.items()
  const isAdjusted = query.adjustment === 'splits+dividends'
  const fields = isAdjusted ? adjusted : raw
  const isSplit = query.adjustment === 'splits'
  const candles: Candle[] = []
  let factor = 1
  // From the newest: a day's prices are divided by the splits of all later days.
  let later = Number.POSITIVE_INFINITY
  for (const row of rows.toReversed()) {
    const time = dateOf(row.at('date'))
    if (time >= later) throw row.at('date').unlike(`a day before ${new Date(later).toISOString()}`)
    later = time
    const volume = row.at(fields.volume).numberOrNull()
    const price = (name: 'open' | 'high' | 'low' | 'close') => priceOf(row.at(fields[name]), factor)
    candles.push({
      time,
      open: price('open'),
      high: price('high'),
      low: price('low'),
      close: price('close'),
      volume: volume === null || factor === 1 ? volume : Math.round(volume * factor),
    })
    if (isSplit) factor *= row.at('splitFactor').number()
  }
  return candles.reverse()
}

/** To the digits that prices have, where they are computed. */
function priceOf(wire: Wire, factor: number): string {
  const price = wire.number()
  return factor === 1 ? (digitsOf(wire.value) ?? '') : String(Number((price / factor).toPrecision(10)))
}

/** Midnight UTC stands for the trading day. */
function dateOf(wire: Wire): number {
  const time = wire.instant()
  if (time % dayMs !== 0) throw wire.unlike('a day')
  return time
}

/** Candles of the interval, in the range, stamped with their open in New York. */
function joinDays(days: readonly Candle[], { interval, start, end }: BarsQuery): Candle[] {
  const { unit } = parseInterval(interval)
  const toUtc = createWallClock(timeZone)
  const joined: Candle[] = []
  let bucket = Number.NaN
  for (const day of days) {
    const opens = openOf(day.time, unit)
    const last = joined.at(-1)
    if (last && opens === bucket) {
      last.high = Number(day.high) > Number(last.high) ? day.high : last.high
      last.low = Number(day.low) < Number(last.low) ? day.low : last.low
      last.close = day.close
      last.volume = last.volume === null || day.volume === null ? null : last.volume + day.volume
    } else joined.push({ ...day, time: toUtc(opens) })
    bucket = opens
  }
  return joined.filter(({ time }) => time >= start && time < end)
}

/** When the bar opens that holds a day: weeks on Mondays. */
function openOf(day: number, unit: IntervalUnit): number {
  const date = new Date(day)
  if (unit === 'w') return day - ((date.getUTCDay() + 6) % 7) * dayMs
  if (unit === 'mo') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  return unit === 'y' ? Date.UTC(date.getUTCFullYear(), 0, 1) : day
}

import {
  type BarSeries,
  dateInZone,
  type Instrument,
  type NumericMode,
  parseInterval,
  type Quote,
} from '../../market/index.ts'
import { roundDigits } from '../../provider/index.ts'
import { unknownQuote } from '../../provider/unknown-quote.ts'
import { aggregate } from './aggregate.ts'
import { numericOf } from './numeric.ts'

/** The last bar of an instrument's newest series as a quote. In exact mode only what the file itself says is given. */
export function quoteOf(
  instrument: Instrument,
  all: readonly BarSeries<NumericMode>[],
  now: number,
): Quote<NumericMode> | undefined {
  const newest = all
    .filter((bars) => bars.length > 0)
    .toSorted((a, b) => endOf(b) - endOf(a) || lengthOf(a) - lengthOf(b))[0]
  const last = newest?.at(-1)
  if (!newest || !last) return undefined
  const numbers = numericOf(newest)
  const [day, before] = numbers ? lastDays(numbers) : [newest.at(-1), newest.at(-2)]
  const isDaily = parseInterval(newest.interval).isDaily
  const previousClose = isDaily || numbers ? (before?.close ?? null) : null
  // A difference of decimals has noise behind their last digit.
  const change =
    typeof last.close === 'number' && typeof previousClose === 'number'
      ? roundDigits(last.close - previousClose, 12)
      : null
  return {
    ...unknownQuote,
    instrument,
    last: last.close,
    time: last.time,
    open: day?.open ?? null,
    high: day?.high ?? null,
    low: day?.low ?? null,
    previousClose,
    change,
    changePercent:
      change === null || typeof previousClose !== 'number' ? null : (change / previousClose) * 100,
    volume: day?.volume ?? null,
    currency: newest.currency,
    priceScale: newest.priceScale,
    source: { ...newest.source, fetchedAt: now },
  }
}

/** The last trading day and the one before it. */
function lastDays(bars: BarSeries) {
  if (parseInterval(bars.interval).isDaily) return [bars.at(-1), bars.at(-2)]
  const dates = new Set<string>()
  let start = bars.length
  while (start > 0) {
    dates.add(dateInZone(bars.time[start - 1] as number, bars.timeZone))
    if (dates.size > 2) break
    start--
  }
  const days = aggregate(bars.slice(start), '1d', false)
  return [days.at(-1), days.at(-2)]
}

/** When the newest bar ends: a day's bar beats a minute of that day. */
function endOf(bars: BarSeries<NumericMode>): number {
  return (bars.time.at(-1) ?? 0) + lengthOf(bars)
}

function lengthOf(bars: BarSeries<NumericMode>): number {
  return parseInterval(bars.interval).ms
}

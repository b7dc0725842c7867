import type { BarSeries } from '../bar-series.ts'
import type { QualityFlag } from './quality.ts'

/** Vendors' opens are often a little outside of the range of the day's trades. */
const tolerance = 0.01

/** Prices of zero or less, and prices outside of their bar's range; bars already known to be off in scale are left out. */
export function ohlcFlags(bars: BarSeries, known: readonly QualityFlag[]): QualityFlag[] {
  const flags: QualityFlag[] = []
  for (let i = 0; i < bars.length; i++) {
    const [open, high, low, close] = [
      bars.open[i] ?? 0,
      bars.high[i] ?? 0,
      bars.low[i] ?? 0,
      bars.close[i] ?? 0,
    ]
    const place = { time: bars.time[i] ?? 0, first: i, last: i }
    if (!(Math.min(open, high, low, close) > 0)) {
      flags.push({ kind: 'zero-price', message: 'A price is zero or less.', ...place })
      continue
    }
    const isEnclosed =
      high >= low &&
      Math.max(open, close) <= high * (1 + tolerance) &&
      Math.min(open, close) >= low * (1 - tolerance)
    if (isEnclosed || known.some((flag) => flag.first <= i && i <= flag.last)) continue
    const message = `The range ${low} to ${high} does not enclose open ${open} and close ${close}.`
    flags.push({ kind: 'ohlc-violation', message, ...place })
  }
  return flags
}

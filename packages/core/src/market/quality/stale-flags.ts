import type { BarSeries } from '../bar-series.ts'
import type { QualityFlag } from './quality.ts'

/** A feed that repeats itself: prices and a volume that recur to the digit, or silence in what usually trades. */
export function staleFlags(bars: BarSeries): QualityFlag[] {
  const { open, high, low, close, volume } = bars
  const traded = volume.reduce((count, value) => count + (value > 0 ? 1 : 0), 0)
  const usuallyTrades = traded > bars.length * 0.8
  const flags: QualityFlag[] = []
  let first = 0
  for (let i = 1; i <= bars.length; i++) {
    const j = i - 1
    const repeats =
      i < bars.length &&
      open[i] === open[j] &&
      high[i] === high[j] &&
      low[i] === low[j] &&
      close[i] === close[j] &&
      volume[i] === volume[j]
    if (repeats) continue
    const length = i - first
    const hasVolume = (volume[first] ?? 0) > 0
    // A quiet market repeats a price, but neither a range nor the number of shares.
    const isMoving = (high[first] ?? 0) > (low[first] ?? 0)
    const isStale = hasVolume ? length >= (isMoving ? 3 : 4) : usuallyTrades && length >= 5
    if (isStale) {
      const message = `${length} bars in a row are the same to the last digit.`
      flags.push({ kind: 'stale-run', message, time: bars.time[first] ?? 0, first, last: i - 1 })
    }
    first = i
  }
  return flags
}

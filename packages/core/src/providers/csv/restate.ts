import { type Segment, scaleColumns } from '../../market/adjust-scale.ts'
import type { BarColumns, BarSeries } from '../../market/index.ts'
import { roundDigits } from '../../provider/index.ts'

/** A double holds 15, of which factors of six to eight leave no more than these beyond doubt. */
const significantDigits = 12

/**
 * Restated copies of a series' columns, rounded to 12 significant digits: a factor leaves noise behind the last digit that
 * it can say anything about. What a factor does not change is left as the file has it.
 */
export function restate(series: BarSeries, segments: readonly Segment[]): BarColumns {
  const columns = scaleColumns(series, segments)
  for (const name of ['open', 'high', 'low', 'close', 'volume', 'vwap'] as const) {
    const own = series[name]
    const scaled = columns[name]
    if (!own || !scaled) continue
    for (let i = 0; i < scaled.length; i++) {
      const value = scaled[i] as number
      if (value !== own[i] && !Number.isNaN(value)) scaled[i] = roundDigits(value, significantDigits)
    }
  }
  return columns
}

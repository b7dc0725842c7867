import type { BarSeries, NumericMode } from '../../market/index.ts'

/** The series, where its columns hold numbers; `undefined` where they hold exact texts. */
export function numericOf(bars: BarSeries<NumericMode>): BarSeries | undefined {
  return isNumeric(bars) ? bars : undefined
}

function isNumeric(bars: BarSeries<NumericMode>): bars is BarSeries {
  return bars.open instanceof Float64Array
}

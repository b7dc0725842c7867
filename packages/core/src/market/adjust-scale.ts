import type { BarColumns, BarSeries } from './bar-series.ts'

/** How to restate the bars from the end of the segment before up to `end`: `price * multiplier / divisor * dividends`. */
export type Segment = {
  /** First index that is no longer in the segment. */
  end: number
  multiplier: number
  divisor: number
  /** The part that dividends leave; 1 without. Volume is not touched by it. */
  dividends: number
}

/** Restated copies of a series' columns; what lies behind the last segment is copied as it is. */
export function scaleColumns(series: BarSeries, segments: readonly Segment[]): BarColumns {
  const price = (column: Float64Array) =>
    scale(
      column,
      segments,
      (value, { multiplier, divisor, dividends }) => ((value * multiplier) / divisor) * dividends,
    )
  const columns: BarColumns = {
    time: series.time,
    open: price(series.open),
    high: price(series.high),
    low: price(series.low),
    close: price(series.close),
    volume: scale(
      series.volume,
      segments,
      (value, { multiplier, divisor }) => (value * divisor) / multiplier,
    ),
  }
  if (series.vwap) columns.vwap = price(series.vwap)
  if (series.trades) columns.trades = series.trades
  return columns
}

function scale(
  column: Float64Array,
  segments: readonly Segment[],
  restate: (value: number, segment: Segment) => number,
): Float64Array {
  const scaled = column.slice()
  let start = 0
  for (const segment of segments) {
    for (let i = start; i < segment.end; i++) scaled[i] = restate(column[i] as number, segment)
    start = Math.max(start, segment.end)
  }
  return scaled
}

import type { BarColumns } from '../market/index.ts'

/** Columns that a decoder fills bar by bar. */
export function emptyColumns(
  length: number,
  { vwap = false, trades = false }: { vwap?: boolean | undefined; trades?: boolean | undefined } = {},
): BarColumns {
  return {
    time: new Float64Array(length),
    open: new Float64Array(length),
    high: new Float64Array(length),
    low: new Float64Array(length),
    close: new Float64Array(length),
    volume: new Float64Array(length),
    ...(vwap && { vwap: new Float64Array(length) }),
    ...(trades && { trades: new Float64Array(length) }),
  }
}

/** The first `count` bars, where not every row became one. */
export function cutColumns(columns: BarColumns, count: number): BarColumns {
  const { time, open, high, low, close, volume, vwap, trades } = columns
  if (count === time.length) return columns
  return {
    time: time.subarray(0, count),
    open: open.subarray(0, count),
    high: high.subarray(0, count),
    low: low.subarray(0, count),
    close: close.subarray(0, count),
    volume: volume.subarray(0, count),
    ...(vwap && { vwap: vwap.subarray(0, count) }),
    ...(trades && { trades: trades.subarray(0, count) }),
  }
}

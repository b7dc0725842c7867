import type { BarColumns } from '@starkmatter/core'

/** Rows `[time,open,high,low,close,volume]` as JSON text without the outer brackets; an absent volume is `null`. */
export function rowsOf(columns: BarColumns): string {
  const { time, open, high, low, close, volume } = columns
  const rows: string[] = new Array(time.length)
  for (let i = 0; i < time.length; i++) {
    const size = volume[i] as number
    const shownSize = Number.isNaN(size) ? 'null' : size
    rows[i] = `[${time[i]},${open[i]},${high[i]},${low[i]},${close[i]},${shownSize}]`
  }
  return rows.join(',')
}

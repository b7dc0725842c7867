import { type BarColumns, BarSeries, type NumericMode, type SeriesIssue } from '../../market/index.ts'
import type { CsvSeries } from './series.ts'

/** What one file holds of a series. */
export type CsvPart = CsvSeries & { path: string }

/**
 * Joins what several files hold of one series. Where two files have a bar of one time, the first file by path counts, and
 * an issue says how many bars of the other were left out.
 *
 * @param parts - Of one instrument, interval and adjustment.
 */
export function joinParts(parts: readonly [CsvPart, ...CsvPart[]]): CsvSeries {
  if (parts.length === 1) return parts[0]
  const ordered = parts.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const time = concat(ordered.map((part) => part.bars.time))
  const { rows, leftOut } = mergeRows(time)
  const issues: SeriesIssue[] = ordered.flatMap((part) => part.bars.issues)
  let end = 0
  for (const { bars, path } of ordered) {
    const start = end
    end += bars.length
    const count = leftOut.filter((row) => row >= start && row < end).length
    if (count > 0) {
      const message = `Left out: ${count} bars whose time another file has too.`
      issues.push({ kind: 'duplicate-bar', message, where: path })
    }
  }
  const column = (name: 'open' | 'high' | 'low' | 'close' | 'volume') => {
    const columns = ordered.map((part) => part.bars[name])
    return columns.every((values) => values instanceof Float64Array)
      ? pick(concat(columns), rows)
      : pickTexts(
          columns.flatMap((values) => [...values].map(textOf)),
          rows,
        )
  }
  const columns: BarColumns<NumericMode> = {
    time: pick(time, rows),
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    volume: column('volume'),
  }
  const adjusted = ordered.map((part) => part.adjustedClose).filter((values) => values !== undefined)
  const actions = new Map(
    ordered.flatMap((part) => part.actions).map((action) => [JSON.stringify(action), action]),
  )
  const facts = { ...parts[0].bars.facts(), issues, gaps: ordered.flatMap((part) => part.bars.gaps) }
  return {
    bars: new BarSeries<NumericMode>(facts, columns),
    actions: [...actions.values()],
    adjustedClose: adjusted.length === ordered.length ? pick(concat(adjusted), rows) : undefined,
  }
}

/** What parts of one series have in common. */
export function seriesKey({ instrument, interval, adjustment }: CsvSeries['bars']): string {
  return `${instrument.id} ${interval} ${adjustment}`
}

/** Rows in order of time, the earlier one where two have the same. */
function mergeRows(time: Float64Array): { rows: Int32Array; leftOut: number[] } {
  const rows = Int32Array.from(time, (_, row) => row)
  rows.sort((a, b) => (time[a] as number) - (time[b] as number) || a - b)
  const leftOut: number[] = []
  const kept = rows.filter((row, index) => {
    const isFirst = index === 0 || time[row] !== time[rows[index - 1] as number]
    if (!isFirst) leftOut.push(row)
    return isFirst
  })
  return { rows: kept, leftOut }
}

function concat(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((length, column) => length + column.length, 0))
  let at = 0
  for (const column of columns) {
    all.set(column, at)
    at += column.length
  }
  return all
}

function pick(column: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => column[row] as number)
}

function pickTexts(column: readonly string[], rows: Int32Array): string[] {
  return Array.from(rows, (row) => column[row] ?? '')
}

function textOf(value: string | number | null): string {
  return value === null ? '' : String(value)
}

import { BarSeries, type BarSeriesFacts } from '../market/index.ts'
import { cutColumns, emptyColumns } from './bar-columns.ts'
import { digitsOf } from './exact-json.ts'
import type { BarsQuery } from './query.ts'
import { readDecimal } from './read-decimal.ts'
import { isJsonObject, type Wire } from './wire.ts'

/** Where in a row each value stands: places of an array, or fields of an object. Prices and sizes are decimal text. */
export type RowPlaces = {
  /** A number, or one as text. */
  time: number | string
  open: number | string
  high: number | string
  low: number | string
  close: number | string
  volume: number | string
  /** The number of trades, a number, where there is one. */
  trades?: number | string | undefined
  /** @default false, oldest first */
  isNewestFirst?: boolean | undefined
}

/**
 * Bars of rows whose prices are text, as crypto exchanges send them; in exact mode the text itself.
 *
 * Cells are read where they lie, each row once: a {@link Wire} is made only for one that is refused.
 *
 * @param unitMs - What the rows count time in: 1000 for seconds.
 * @param facts - The facts of the series, given the last bar's open.
 * @throws {ValidationError} a cell is not what it should be, or a row is not later than the one before
 */
export function barsOfRows(
  rows: Wire,
  places: RowPlaces,
  unitMs: number,
  query: BarsQuery,
  facts: (last: number | undefined) => BarSeriesFacts,
): BarSeries<'number'> | BarSeries<'string'> {
  const table: readonly unknown[] = Array.isArray(rows.value) ? rows.value : rows.items()
  const { length } = table
  const { start, end, numeric } = query
  const columns = emptyColumns(length, { trades: places.trades !== undefined })
  const { time, open, high, low, close, volume, trades } = columns
  const taken = new Int32Array(length)
  let count = 0
  let previous = Number.NEGATIVE_INFINITY
  for (let step = 0; step < length; step++) {
    const at = places.isNewestFirst ? length - 1 - step : step
    const row = table[at]
    const opens = numberOf(cellOf(row, places.time)) * unitMs
    if (!(opens > previous)) {
      const stamp = rows.at(at).at(places.time)
      throw Number.isNaN(opens)
        ? stamp.unlike('a time as a number')
        : stamp.unlike(`a later time than ${previous / unitMs}`)
    }
    previous = opens
    if (opens < start || opens >= end) continue
    time[count] = opens
    open[count] = decimalAt(row, places.open, rows, at)
    high[count] = decimalAt(row, places.high, rows, at)
    low[count] = decimalAt(row, places.low, rows, at)
    close[count] = decimalAt(row, places.close, rows, at)
    volume[count] = decimalAt(row, places.volume, rows, at)
    if (trades && places.trades !== undefined) trades[count] = countAt(row, places.trades, rows, at)
    taken[count++] = at
  }
  const numbers = cutColumns(columns, count)
  const known = facts(count > 0 ? time[count - 1] : undefined)
  if (numeric === 'number') return new BarSeries(known, numbers)
  const text = (place: number | string) =>
    Array.from(taken.subarray(0, count), (at) => String(cellOf(table[at], place)).trim())
  return new BarSeries<'string'>(known, {
    time: numbers.time,
    open: text(places.open),
    high: text(places.high),
    low: text(places.low),
    close: text(places.close),
    volume: text(places.volume),
    ...(numbers.trades && { trades: numbers.trades }),
  })
}

/** Decimal text as a number; all else is refused. */
function decimalAt(row: unknown, place: number | string, rows: Wire, at: number): number {
  const cell = cellOf(row, place)
  const value = typeof cell === 'string' ? readDecimal(cell) : Number.NaN
  return Number.isFinite(value) ? value : Number(rows.at(at).at(place).decimal('number'))
}

function countAt(row: unknown, place: number | string, rows: Wire, at: number): number {
  const cell = cellOf(row, place)
  return typeof cell === 'number' ? cell : rows.at(at).at(place).number()
}

function cellOf(row: unknown, place: number | string): unknown {
  if (!Array.isArray(row)) return isJsonObject(row) ? row[place] : undefined
  const cells: readonly unknown[] = row
  return typeof place === 'number' ? cells[place] : undefined
}

function numberOf(cell: unknown): number {
  if (typeof cell === 'number') return cell
  return typeof cell === 'string' ? readDecimal(cell) : Number(digitsOf(cell) ?? Number.NaN)
}

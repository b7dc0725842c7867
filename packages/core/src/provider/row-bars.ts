import { BarSeries, type BarSeriesFacts } from '../market/index.ts'
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
  trades?: number | string
  /** @default false, oldest first */
  isNewestFirst?: boolean
}

/**
 * Bars of rows whose prices are text, as crypto exchanges send them; in exact mode the text itself.
 *
 * Cells are read where they lie: a {@link Wire} is made only for one that is refused.
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
  const taken: number[] = []
  const times: number[] = []
  let previous = Number.NEGATIVE_INFINITY
  for (let step = 0; step < table.length; step++) {
    const at = places.isNewestFirst ? table.length - 1 - step : step
    const time = numberOf(cellOf(table[at], places.time)) * unitMs
    if (!(time > previous)) {
      const stamp = rows.at(at).at(places.time)
      throw Number.isNaN(time)
        ? stamp.unlike('a time as a number')
        : stamp.unlike(`a later time than ${previous / unitMs}`)
    }
    previous = time
    if (time < query.start || time >= query.end) continue
    taken.push(at)
    times.push(time)
  }

  const column = (read: (at: number) => number) => {
    const values = new Float64Array(taken.length)
    for (let index = 0; index < taken.length; index++) values[index] = read(taken[index] as number)
    return values
  }
  /** The column's numbers; refuses all but decimal text. */
  const decimals = (place: number | string) =>
    column((at) => {
      const cell = cellOf(table[at], place)
      const value = typeof cell === 'string' ? readDecimal(cell) : Number.NaN
      return Number.isFinite(value) ? value : Number(rows.at(at).at(place).decimal('number'))
    })
  const counts = (place: number | string) =>
    column((at) => {
      const cell = cellOf(table[at], place)
      return typeof cell === 'number' ? cell : rows.at(at).at(place).number()
    })
  const { open, high, low, close, volume } = places
  const time = Float64Array.from(times)
  const numbers = {
    open: decimals(open),
    high: decimals(high),
    low: decimals(low),
    close: decimals(close),
    volume: decimals(volume),
  }
  const trades = places.trades === undefined ? {} : { trades: counts(places.trades) }
  const known = facts(times.at(-1))
  if (query.numeric === 'number') return new BarSeries(known, { time, ...numbers, ...trades })
  const text = (place: number | string) => taken.map((at) => String(cellOf(table[at], place)).trim())
  return new BarSeries<'string'>(known, {
    time,
    open: text(open),
    high: text(high),
    low: text(low),
    close: text(close),
    volume: text(volume),
    ...trades,
  })
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

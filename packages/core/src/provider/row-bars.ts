import { BarSeries, type BarSeriesFacts } from '../market/index.ts'
import type { BarsQuery } from './query.ts'
import type { Wire } from './wire.ts'

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
}

/**
 * Bars of rows whose prices are text, as crypto exchanges send them; in exact mode the text itself.
 *
 * @param unitMs - What the rows count time in: 1000 for seconds.
 * @param facts - The facts of the series, given the last bar's open.
 * @throws {ValidationError} a cell is not what it should be, or a row is not later than the one before
 */
export function barsOfRows(
  rows: readonly Wire[],
  places: RowPlaces,
  unitMs: number,
  query: BarsQuery,
  facts: (last: number | undefined) => BarSeriesFacts,
): BarSeries<'number'> | BarSeries<'string'> {
  let previous = Number.NEGATIVE_INFINITY
  const taken: { row: Wire; time: number }[] = []
  for (const row of rows) {
    const stamp = row.at(places.time)
    const time = Number(typeof stamp.value === 'string' ? stamp.decimal('number') : stamp.number()) * unitMs
    if (time <= previous) throw stamp.unlike(`a later time than ${previous / unitMs}`)
    previous = time
    if (time >= query.start && time < query.end) taken.push({ row, time })
  }
  const text = (place: number | string) => taken.map(({ row }) => String(row.at(place).decimal('string')))
  const time = Float64Array.from(taken, (bar) => bar.time)
  const counted = places.trades
  const trades =
    counted === undefined ? undefined : Float64Array.from(taken, ({ row }) => row.at(counted).number())
  const [open, high, low, close] = [
    text(places.open),
    text(places.high),
    text(places.low),
    text(places.close),
  ]
  const volume = text(places.volume)
  const known = facts(taken.at(-1)?.time)
  if (query.numeric === 'string') {
    return new BarSeries<'string'>(known, { time, open, high, low, close, volume, ...(trades && { trades }) })
  }
  const numbers = (texts: readonly string[]) => Float64Array.from(texts, Number)
  return new BarSeries(known, {
    time,
    open: numbers(open),
    high: numbers(high),
    low: numbers(low),
    close: numbers(close),
    volume: numbers(volume),
    ...(trades && { trades }),
  })
}

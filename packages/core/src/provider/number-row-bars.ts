import { BarSeries, type BarSeriesFacts } from '../market/index.ts'
import { cutColumns, emptyColumns } from './bar-columns.ts'
import { digitsOf } from './exact-json.ts'
import type { BarsQuery } from './query.ts'
import { isJsonObject, type JsonObject, type Wire } from './wire.ts'

/** The fields of a row whose prices and sizes are JSON numbers. */
export type NumberFields = {
  open: string
  high: string
  low: string
  close: string
  volume?: string | undefined
  vwap?: string | undefined
  trades?: string | undefined
}

export type NumberRows = {
  /** The array; in exact mode of `parseExactJson`. */
  rows: Wire
  fields: NumberFields
  /** The field that holds the time, for errors. */
  timeField: string
  /** Bar open, ms UTC; NaN where the field is no time. */
  timeOf(row: JsonObject): number
  /** Whether a bar of the range is wanted: a session's, say. @default all */
  isWanted?: ((time: number) => boolean) | undefined
  /** The facts of the series, given the last bar's open. */
  facts(last: number | undefined): BarSeriesFacts
}

/**
 * Bars of rows whose prices are JSON numbers, oldest first; in exact mode with the digits as sent.
 *
 * @throws {ValidationError} a cell is not what it should be, or a row is not later than the one before
 */
export function barsOfNumberRows(
  { rows, fields, timeField, timeOf, isWanted = () => true, facts }: NumberRows,
  query: BarsQuery,
): BarSeries<'number'> | BarSeries<'string'> {
  const table: readonly unknown[] = Array.isArray(rows.value) ? rows.value : rows.items()
  const { length } = table
  const { start, end, numeric } = query
  const hasTrades = fields.trades !== undefined
  const columns = emptyColumns(length, { vwap: fields.vwap !== undefined, trades: hasTrades })
  const { time, open, high, low, close, volume, vwap, trades } = columns
  const taken = new Int32Array(length)
  let count = 0
  let previous = Number.NEGATIVE_INFINITY
  for (let at = 0; at < length; at++) {
    const row = table[at]
    if (!isJsonObject(row)) throw rows.at(at).unlike('an object')
    const opens = timeOf(row)
    // Written so that NaN fails too.
    if (!(opens > previous)) {
      throw rows
        .at(at)
        .at(timeField)
        .unlike(`a time later than ${isoOf(previous)}`)
    }
    previous = opens
    if (opens < start || opens >= end || !isWanted(opens)) continue
    time[count] = opens
    open[count] = numberAt(row, fields.open, rows, at)
    high[count] = numberAt(row, fields.high, rows, at)
    low[count] = numberAt(row, fields.low, rows, at)
    close[count] = numberAt(row, fields.close, rows, at)
    volume[count] = numberOrNaNAt(row, fields.volume, rows, at)
    if (vwap) vwap[count] = numberOrNaNAt(row, fields.vwap, rows, at)
    if (trades) trades[count] = numberOrNaNAt(row, fields.trades, rows, at)
    taken[count++] = at
  }
  const numbers = cutColumns(columns, count)
  const known = facts(count > 0 ? time[count - 1] : undefined)
  if (numeric === 'number') return new BarSeries(known, numbers)

  const textOrNull = (field: string | undefined) =>
    Array.from(taken.subarray(0, count), (at) => {
      const row = table[at]
      return field !== undefined && isJsonObject(row) ? (digitsOf(row[field]) ?? null) : null
    })
  // Of the prices there is none that has no digits.
  const text = (field: string) => textOrNull(field).map(String)
  return new BarSeries<'string'>(known, {
    time: numbers.time,
    open: text(fields.open),
    high: text(fields.high),
    low: text(fields.low),
    close: text(fields.close),
    volume: textOrNull(fields.volume),
    ...(fields.vwap !== undefined && { vwap: textOrNull(fields.vwap) }),
    ...(numbers.trades && { trades: numbers.trades }),
  })
}

function numberAt(row: JsonObject, field: string, rows: Wire, at: number): number {
  const value = row[field]
  return typeof value === 'number' ? value : Number(digitsAt(value, field, rows, at))
}

function numberOrNaNAt(row: JsonObject, field: string | undefined, rows: Wire, at: number): number {
  if (field === undefined) return Number.NaN
  const value = row[field]
  if (typeof value === 'number') return value
  return value === undefined || value === null ? Number.NaN : Number(digitsAt(value, field, rows, at))
}

/** The digits of a number in exact mode; refuses all else. */
function digitsAt(value: unknown, field: string, rows: Wire, at: number): string {
  const digits = digitsOf(value)
  if (digits === undefined) throw rows.at(at).at(field).unlike('a number')
  return digits
}

function isoOf(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString() : 'none'
}

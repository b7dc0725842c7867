import { BarSeries, type BarSeriesFacts } from '../market/index.ts'
import { digitsOf } from './exact-json.ts'
import type { BarsQuery } from './query.ts'
import { isJsonObject, type JsonObject, type Wire } from './wire.ts'

/** The fields of a row whose prices and sizes are JSON numbers. */
export type NumberFields = {
  open: string
  high: string
  low: string
  close: string
  volume?: string
  vwap?: string
  trades?: string
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
  isWanted?: (time: number) => boolean
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
  const taken: JsonObject[] = []
  const indexes: number[] = []
  const times: number[] = []
  let previous = Number.NEGATIVE_INFINITY
  for (let i = 0; i < table.length; i++) {
    const row = table[i]
    if (!isJsonObject(row)) throw rows.at(i).unlike('an object')
    const time = timeOf(row)
    // Written so that NaN fails too.
    if (!(time > previous)) {
      throw rows
        .at(i)
        .at(timeField)
        .unlike(`a time later than ${isoOf(previous)}`)
    }
    previous = time
    if (time < query.start || time >= query.end || !isWanted(time)) continue
    taken.push(row)
    indexes.push(i)
    times.push(time)
  }

  const digits = (row: JsonObject, index: number, field: string): string => {
    const text = digitsOf(row[field])
    if (text === undefined) throw cellOf(index, field)
    return text
  }
  const cellOf = (index: number, field: string) =>
    rows
      .at(indexes[index] ?? 0)
      .at(field)
      .unlike('a number')
  const column = (field: string, isOptional = false) => {
    const values = new Float64Array(taken.length)
    taken.forEach((row, index) => {
      const value = row[field]
      const isAbsent = isOptional && (value === undefined || value === null)
      if (typeof value === 'number') values[index] = value
      else values[index] = isAbsent ? Number.NaN : Number(digits(row, index, field))
    })
    return values
  }
  const optional = (field: string | undefined) =>
    field === undefined ? new Float64Array(taken.length).fill(Number.NaN) : column(field, true)

  const time = Float64Array.from(times)
  const numbers = {
    open: column(fields.open),
    high: column(fields.high),
    low: column(fields.low),
    close: column(fields.close),
    volume: optional(fields.volume),
    ...(fields.vwap !== undefined && { vwap: optional(fields.vwap) }),
  }
  const trades = fields.trades === undefined ? {} : { trades: optional(fields.trades) }
  const known = facts(times.at(-1))
  if (query.numeric === 'number') return new BarSeries(known, { time, ...numbers, ...trades })

  const text = (field: string) => taken.map((row, index) => digits(row, index, field))
  const optionalText = (field: string | undefined) =>
    taken.map((row) => (field === undefined ? null : (digitsOf(row[field]) ?? null)))
  return new BarSeries<'string'>(known, {
    time,
    open: text(fields.open),
    high: text(fields.high),
    low: text(fields.low),
    close: text(fields.close),
    volume: optionalText(fields.volume),
    ...(fields.vwap !== undefined && { vwap: optionalText(fields.vwap) }),
    ...trades,
  })
}

function isoOf(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString() : 'none'
}

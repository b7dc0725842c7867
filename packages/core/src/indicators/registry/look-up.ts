import { InvalidParameterError } from '../../errors/index.ts'
import type { Column } from '../framework/column.ts'
import { assertColumn } from './assert-column.ts'
import type { Indicator, InputName } from './entry.ts'
import { indicators } from './indicators.ts'

/** Columns by name, as a `BarSeries` has them; a column that no indicator asks for may be absent. */
export type IndicatorSeries = { readonly [name in InputName]?: Column | undefined }

/**
 * The entry of the registry.
 *
 * @throws {InvalidParameterError} there is none of this name
 */
export function indicatorOf(name: string): Indicator {
  const indicator = indicators.get(name)
  if (indicator) return indicator
  const upper = String(name).toUpperCase()
  const wanted = indicators.has(upper) ? `${upper}, in capital letters` : 'the name of an indicator like RSI'
  throw new InvalidParameterError('name', wanted, name)
}

/**
 * Refuses what is no list of requests.
 *
 * @throws {InvalidParameterError} naming the one that is none
 */
export function assertRequests(requests: unknown): asserts requests is readonly { name: string }[] {
  if (!Array.isArray(requests))
    throw new InvalidParameterError('requests', 'a list like [{ name: "RSI" }]', requests)
  for (const [place, request] of requests.entries())
    if (typeof request !== 'object' || request === null)
      throw new InvalidParameterError(`requests[${place}]`, 'an object like { name: "RSI" }', request)
}

/**
 * One column of a series; of that at `place`, where there are several.
 *
 * @throws {InvalidParameterError} the series lacks it, or it is no list of numbers
 */
export function columnOf(series: IndicatorSeries, input: InputName, place?: number): Column {
  const column = series?.[input]
  const title = place === undefined ? 'series' : `series[${place}]`
  if (column !== undefined && column !== null) {
    assertColumn(`${title}.${input}`, column)
    return column
  }
  throw new InvalidParameterError(title, `one with a column ${input}`, [
    `one with ${Object.keys(Object(series)).join(', ') || 'none'}`,
  ])
}

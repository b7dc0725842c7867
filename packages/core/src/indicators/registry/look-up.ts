import { InvalidParameterError } from '../../errors/index.ts'
import type { Column } from '../framework/column.ts'
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
  if (!indicator) throw new InvalidParameterError('name', 'the name of an indicator like RSI', name)
  return indicator
}

/**
 * One column of a series.
 *
 * @throws {InvalidParameterError} the series lacks it
 */
export function columnOf(series: IndicatorSeries, input: InputName): Column {
  const column = series[input]
  if (!column) throw new InvalidParameterError('series', `one with a column ${input}`, Object.keys(series))
  return column
}

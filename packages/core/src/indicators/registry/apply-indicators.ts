import { InvalidParameterError } from '../../errors/index.ts'
import type { Column } from '../framework/column.ts'
import { asFloat64 } from '../framework/compute.ts'
import type { Indicator, IndicatorParams, InputName } from './entry.ts'
import { indicators } from './indicators.ts'

/** Columns by name, as a `BarSeries` has them; a column that no indicator asks for may be absent. */
export type IndicatorSeries = { readonly [name in InputName]?: Column | undefined }

/** One indicator to compute: its name in the registry, and its parameters where they are not the defaults. */
export type IndicatorRequest = { readonly name: string; readonly params?: IndicatorParams }

/** Output columns by name. */
export type AppliedIndicator = Readonly<Record<string, Float64Array>>

/**
 * Computes several indicators over one series. Columns that are no Float64Array are converted once for all, and equal
 * requests share one computation (and its columns).
 *
 * @throws {InvalidParameterError} a name is not in the registry, the series lacks a column, or a parameter is out of its range
 * @example
 * const [rsi, macd] = applyIndicators(series, [{ name: 'RSI', params: { period: 14 } }, { name: 'MACD' }])
 */
export function applyIndicators(
  series: IndicatorSeries,
  requests: readonly IndicatorRequest[],
): AppliedIndicator[] {
  const columns = new Map<InputName, Float64Array>()
  const results = new Map<string, AppliedIndicator>()
  return requests.map(({ name, params = {} }) => {
    const indicator = indicatorOf(name)
    const key = name + JSON.stringify(Object.entries(params).sort())
    const known = results.get(key)
    if (known) return known
    const computed = indicator.compute(columnsOf(indicator, series, columns), params)
    const result = Object.fromEntries(
      indicator.outputs.map((output, index) => [output.name, computed[index] ?? new Float64Array()]),
    )
    results.set(key, result)
    return result
  })
}

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

/** The columns that an indicator asks for, converted when they have to be and kept in `known`. */
function columnsOf(
  { inputs }: Indicator,
  series: IndicatorSeries,
  known: Map<InputName, Float64Array>,
): Float64Array[] {
  return inputs.map((input) => {
    const column = known.get(input) ?? asFloat64(columnOf(series, input))
    known.set(input, column)
    return column
  })
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

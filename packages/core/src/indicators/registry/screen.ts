import { InvalidParameterError } from '../../errors/index.ts'
import { asColumns } from '../framework/column.ts'
import { columnsOf, type IndicatorRequest, type IndicatorSeries, indicatorOf } from './apply-indicators.ts'
import type { InputName } from './entry.ts'

/** The last value of every output, by output name: one slot for each series. */
export type Screened = Readonly<Record<string, Float64Array>>

/**
 * The newest values of several indicators over many series at once: what a screener sorts and filters by.
 * Memory is shared among the series, so nothing but the result is kept. NaNs propagate.
 *
 * - Output: for each request, by output name, `Float64Array[series]`; NaN where a series is shorter than the lookback.
 * - Cost: O(bars) for each series and request.
 *
 * @throws {InvalidParameterError} a name is not in the registry, a series lacks a column or has unequal ones, a
 * parameter is out of its range, or `nan` is `reset`
 * @example
 * const [rsi] = screen(watchlist, [{ name: 'RSI', params: { period: 14 } }])
 * const oversold = watchlist.filter((_, index) => rsi.value[index] < 30)
 */
export function screen(
  seriesList: readonly IndicatorSeries[],
  requests: readonly IndicatorRequest[],
): Screened[] {
  const known = seriesList.map(() => new Map<InputName, Float64Array>())
  return requests.map(({ name, params = {} }) => {
    const indicator = indicatorOf(name)
    if (params.nan === 'reset')
      throw new InvalidParameterError('nan', "'propagate' in a screener", params.nan)
    const kernel = indicator.kernel(params)
    const { outputs, scratch = 0, states, lookback, lead = Number.NaN } = kernel
    const initial = states.map((state) => state.slice())
    const results = indicator.outputs.map(() => new Float64Array(seriesList.length))
    let memory = asColumns([])
    let room = -1
    for (const [place, series] of seriesList.entries()) {
      const columns = columnsOf(indicator, series, known[place] ?? new Map())
      const length = columns[0]?.length ?? 0
      for (const column of columns)
        if (column.length !== length) throw new InvalidParameterError('length', `${length}`, column.length)
      if (length > room) {
        room = length
        memory = asColumns(Array.from({ length: outputs + scratch }, () => new Float64Array(length)))
      }
      for (let index = 0; index < states.length; index++) states[index]?.set(initial[index] ?? [])
      kernel.forget?.()
      kernel.run(asColumns(columns), memory, 0, length)
      for (const [index, result] of results.entries())
        result[place] = length > lookback ? (memory[index]?.[length - 1] ?? lead) : lead
    }
    return Object.fromEntries(
      indicator.outputs.map((output, index) => [output.name, results[index] ?? new Float64Array()]),
    )
  })
}

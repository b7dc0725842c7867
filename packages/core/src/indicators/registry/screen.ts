import { InvalidParameterError } from '../../errors/index.ts'
import { asColumns, type Column } from '../framework/column.ts'
import { asFloat64 } from '../framework/compute.ts'
import type { Kernel } from '../framework/kernel.ts'
import { copyAll } from '../framework/kernel-stream.ts'
import type { AppliedIndicators, IndicatorRequest, IndicatorRequests } from './apply-indicators.ts'
import type { Indicator, IndicatorParams, InputName } from './entry.ts'
import type { AnyIndicatorName } from './indicators.ts'
import { assertRequests, columnOf, type IndicatorSeries, indicatorOf } from './look-up.ts'

/** The last value of every output, by output name: one slot for each series. */
export type Screened = Readonly<Record<string, Float64Array>>

/** How many series are screened before the next few. */
const together = 16

/**
 * The newest values of several indicators over many series at once: what a screener sorts and filters by.
 * Memory is shared among the series, so nothing but the result is kept.
 *
 * - Output: for each request, by output name, `Float64Array[series]`; NaN where a series is shorter than the lookback.
 * - Cost: O(bars) for each series and request.
 *
 * @throws {InvalidParameterError} a name is not in the registry, a series lacks a column or has unequal ones, or a
 * parameter is out of its range
 * @example
 * const [rsi] = screen(watchlist, [{ name: 'RSI', params: { period: 14 } }])
 * const oversold = watchlist.filter((_, index) => Number(rsi.value[index]) < 30)
 */
export function screen<const names extends readonly AnyIndicatorName[]>(
  seriesList: readonly IndicatorSeries[],
  requests: IndicatorRequests<names>,
): AppliedIndicators<names>
export function screen(
  seriesList: readonly IndicatorSeries[],
  requests: readonly IndicatorRequest[],
): Screened[] {
  assertRequests(requests)
  if (!Array.isArray(seriesList))
    throw new InvalidParameterError('seriesList', 'a list of series', seriesList)
  const screens = requests.map((request) => prepare(request, seriesList.length))
  // A few series at a time: their columns stay in the processor's cache while one loop after the other runs over them.
  for (let from = 0; from < seriesList.length; from += together) {
    const to = Math.min(from + together, seriesList.length)
    const converted = new Map<Column, Float64Array>()
    for (const one of screens)
      for (let place = from; place < to; place++) screenOne(one, seriesList[place] ?? {}, place, converted)
  }
  return screens.map(({ indicator, results }) =>
    Object.fromEntries(
      indicator.outputs.map((output, index) => [output.name, results[index] ?? new Float64Array()]),
    ),
  )
}

/** A request with its kernel, the memory that all series share, and room for the results. */
type Screen = {
  readonly indicator: Indicator
  readonly params: IndicatorParams
  readonly kernel: Kernel
  readonly initial: readonly Float64Array[]
  readonly results: readonly Float64Array[]
  /** The columns of the series at hand. */
  readonly columns: Float64Array[]
  memory: readonly Float64Array[]
  /** How many bars the memory holds. */
  room: number
}

function prepare({ name, params = {} }: IndicatorRequest, count: number): Screen {
  const indicator = indicatorOf(name)
  const kernel = indicator.kernel(params)
  return {
    indicator,
    params,
    kernel,
    initial: kernel.states.map((state) => state.slice()),
    results: indicator.outputs.map(() => new Float64Array(count)),
    columns: [],
    memory: [],
    room: -1,
  }
}

function screenOne(
  one: Screen,
  series: IndicatorSeries,
  place: number,
  converted: Map<Column, Float64Array>,
): void {
  const { indicator, kernel, columns, initial, results } = one
  const { inputs } = indicator
  for (let index = 0; index < inputs.length; index++) {
    const given = columnOf(series, inputs[index] as InputName, place)
    columns[index] = given instanceof Float64Array ? given : convert(given, converted)
  }
  const length = columns[0]?.length ?? 0
  for (const [index, column] of columns.entries())
    if (column.length !== length)
      throw new InvalidParameterError(
        `series[${place}].${inputs[index]}`,
        `${length} values, as ${inputs[0]} has`,
        column.length,
      )
  const { lookback, lead = Number.NaN } = kernel
  if (one.params.nan === 'reset') {
    // With gaps a series is many, each with a beginning of its own.
    keepLast(indicator.compute(columns, one.params), length, lead, results, place)
    return
  }
  if (length > one.room) {
    one.room = length
    one.memory = Array.from(
      { length: indicator.outputs.length + (kernel.scratch?.count ?? 0) },
      () => new Float64Array(length),
    )
  }
  copyAll(initial, kernel.states)
  kernel.forget?.()
  kernel.run(asColumns(columns), asColumns(one.memory), 0, length)
  keepLast(one.memory, length > lookback ? length : 0, lead, results, place)
}

/** Notes the last of `length` values of each output, or `lead` where there are none. */
function keepLast(
  outputs: readonly Float64Array[],
  length: number,
  lead: number,
  results: readonly Float64Array[],
  place: number,
): void {
  for (let index = 0; index < results.length; index++) {
    const last = length > 0 ? ((outputs[index] as Float64Array)[length - 1] as number) : lead
    ;(results[index] as Float64Array)[place] = last
  }
}

function convert(column: Column, converted: Map<Column, Float64Array>): Float64Array {
  const known = converted.get(column) ?? asFloat64(column, [])
  converted.set(column, known)
  return known
}

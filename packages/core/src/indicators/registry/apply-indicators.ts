import type { AnyIndicatorName, OutputName, ParamsByName } from './indicators.ts'
import { assertRequests, type IndicatorSeries } from './look-up.ts'
import { Session } from './session.ts'

/**
 * One indicator to compute: its name in the registry, and its parameters where they are not the defaults: those of the function
 * where the compiler knows which it is.
 */
export type IndicatorRequest<name extends string = AnyIndicatorName> = {
  readonly name: name
  readonly params?: ParamsByName<name> | undefined
}

/** Several of them, by their names. */
export type IndicatorRequests<names extends readonly string[]> = {
  readonly [place in keyof names]: IndicatorRequest<names[place]>
}

/** Output columns by name: those of the function, where the compiler knows which it is. */
export type AppliedIndicator<name extends string = string> = Readonly<Record<OutputName<name>, Float64Array>>

/** One result for each name, in their order. */
export type AppliedIndicators<names extends readonly string[]> = {
  -readonly [place in keyof names]: AppliedIndicator<names[place]>
}

/**
 * Computes several indicators over one series. Columns that are no Float64Array are converted once for all, and work that
 * several indicators need is done once: equal requests, and parts such as the average true range of NATR, SUPERTREND and
 * KELTNER. Results have the bits that each would have alone; some of them share columns, so treat these as read-only.
 *
 * @throws {InvalidParameterError} a name is not in the registry, the series lacks a column, or a parameter is out of its range
 * @example
 * const [rsi, macd] = applyIndicators(series, [{ name: 'RSI', params: { period: 14 } }, { name: 'MACD' }])
 * console.log(rsi.value.at(-1), macd.histogram.at(-1))
 */
export function applyIndicators<const names extends readonly AnyIndicatorName[]>(
  series: IndicatorSeries,
  requests: IndicatorRequests<names>,
): AppliedIndicators<names>
export function applyIndicators(
  series: IndicatorSeries,
  requests: readonly IndicatorRequest[],
): AppliedIndicator[] {
  assertRequests(requests)
  const session = new Session(series)
  const keys = requests.map(({ name, params = {} }) => session.request(name, params))
  const applied = new Map<string, AppliedIndicator>()
  return keys.map((key) => {
    const known = applied.get(key)
    if (known) return known
    const { outputs, columns } = session.resultOf(key)
    const result = Object.fromEntries(
      outputs.map(({ name }, index) => [name, columns[index] ?? new Float64Array()]),
    )
    applied.set(key, result)
    return result
  })
}

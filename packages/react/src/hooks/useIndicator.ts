import type { BarSeries } from '@starkmatter/core'
import type { AnyIndicatorName, IndicatorRequest } from '@starkmatter/core/indicators/registry'
import { useMemo } from 'react'
import { useIndicators } from './useIndicators.ts'

export type UseIndicatorParameters<name extends string = AnyIndicatorName> = IndicatorRequest<name> & {
  /** Idle until it is known. */
  series: BarSeries | undefined
}

/**
 * One indicator over a series, moving with its forming bar. Its parameters are those of the function, where the compiler
 * knows which it is.
 *
 * @example
 * const { data: bars } = useLiveBars({ symbol: 'AAPL', interval: '1m' })
 * const { data: rsi } = useIndicator({ series: bars, name: 'RSI', params: { period: 14 } })
 * rsi?.columns.length // 1
 * rsi?.columns[0] // Float64Array, one value a bar, NaN while warming up
 */
export function useIndicator<const name extends AnyIndicatorName>({
  series,
  name,
  params,
}: UseIndicatorParameters<name>) {
  // Parameters are compared by what they say: they are usually written in place.
  const text = JSON.stringify(params ?? {})
  const indicators = useMemo(() => [{ name, params: JSON.parse(text) }], [name, text])
  const { data, error, isPending } = useIndicators({ series, indicators })
  const result = data?.[0]
  return { data: result?.values ?? undefined, error: error ?? result?.error ?? null, isPending }
}

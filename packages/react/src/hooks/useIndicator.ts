import type { BarSeries } from '@starkmatter/core'
import { useMemo } from 'react'
import { type IndicatorRequest, useIndicators } from './useIndicators.ts'

export type UseIndicatorParameters = IndicatorRequest & {
  /** Idle until it is known. */
  series: BarSeries | undefined
}

/**
 * One indicator over a series, moving with its forming bar.
 *
 * @example
 * const { data: bars } = useLiveBars({ symbol: 'AAPL', interval: '1m' })
 * const { data: rsi } = useIndicator({ series: bars, name: 'RSI', params: { period: 14 } })
 * rsi?.columns[0] // Float64Array, one value a bar, NaN while warming up
 */
export function useIndicator({ series, name, params }: UseIndicatorParameters) {
  // Parameters are compared by what they say: they are usually written in place.
  const text = JSON.stringify(params ?? {})
  const indicators = useMemo(() => [{ name, params: JSON.parse(text) }], [name, text])
  const { data, error, isPending } = useIndicators({ series, indicators })
  const result = data?.[0]
  return { data: result?.values ?? undefined, error: error ?? result?.error ?? null, isPending }
}

import type { BarSeries } from '@starkmatter/core'
import type { AnyIndicatorName, IndicatorRequests } from '@starkmatter/core/indicators/registry'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { TrackBook } from '../indicator/track-book.ts'
import { indicatorRegistryQueryOptions } from '../query/indicator-registry.ts'

export type UseIndicatorsParameters<names extends readonly string[] = readonly AnyIndicatorName[]> = {
  /** Idle until it is known. */
  series: BarSeries | undefined
  /** Names of the registry, each with what differs from the function's defaults. */
  indicators: IndicatorRequests<names>
}

/**
 * Indicators over one series, in the order asked; each moves with the series' forming bar, one step a tick.
 *
 * A name that does not exist, or a parameter out of its range, is that entry's `error`; the others go on.
 */
export function useIndicators<const names extends readonly AnyIndicatorName[]>({
  series,
  indicators,
}: UseIndicatorsParameters<names>) {
  const registry = useQuery({ ...indicatorRegistryQueryOptions(), enabled: indicators.length > 0 })
  const [book] = useState(() => new TrackBook())
  const data = useMemo(
    () => (registry.data && series ? book.update(registry.data, indicators, series) : undefined),
    [book, registry.data, indicators, series],
  )
  return { data, error: registry.error, isPending: indicators.length > 0 && registry.isPending }
}

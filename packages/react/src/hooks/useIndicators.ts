import type { BarSeries } from '@starkmatter/core'
import type { AnyIndicatorName, IndicatorParams } from '@starkmatter/core/indicators/registry'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { TrackBook } from '../indicator/track-book.ts'
import { indicatorRegistryQueryOptions } from '../query/indicator-registry.ts'

/** One indicator to work out: a name of the registry, and what differs from its defaults. */
export type IndicatorRequest = { name: AnyIndicatorName; params?: IndicatorParams | undefined }

export type UseIndicatorsParameters = {
  /** Idle until it is known. */
  series: BarSeries | undefined
  indicators: readonly IndicatorRequest[]
}

/**
 * Indicators over one series, in the order asked; each moves with the series' forming bar, one step a tick.
 *
 * A name that does not exist, or a parameter out of its range, is that entry's `error`; the others go on.
 */
export function useIndicators({ series, indicators }: UseIndicatorsParameters) {
  const registry = useQuery({ ...indicatorRegistryQueryOptions(), enabled: indicators.length > 0 })
  const [book] = useState(() => new TrackBook())
  const data = useMemo(
    () => (registry.data && series ? book.update(registry.data, indicators, series) : undefined),
    [book, registry.data, indicators, series],
  )
  return { data, error: registry.error, isPending: indicators.length > 0 && registry.isPending }
}

import { queryOptions } from '@tanstack/react-query'

/** Every indicator of the core by name. Loaded on first use, so that a page without indicators does not carry them. */
export function indicatorRegistryQueryOptions() {
  return queryOptions({
    queryKey: ['starkmatter', 'indicator-registry'] as const,
    queryFn: async () => (await import('@starkmatter/core/indicators/registry')).indicators,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
}

import type { BarSeries, GetBarsOptions, InstrumentInput } from '@starkmatter/core'
import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query'
import { isNoData, keyRoot, type ReactClient, symbolKey, unsupported } from '../context/client.ts'
import { joinPages } from '../live/join-pages.ts'
import { barsStaleMs } from './staleness.ts'

export type BarsParameters = Omit<GetBarsOptions, 'symbol' | 'signal' | 'numeric'> & {
  /** Nothing is asked until it is known. */
  symbol: InstrumentInput | undefined
}

/** Bars of one symbol: shared by `useBars` and by whoever loads ahead of it. */
export function barsQueryOptions(client: ReactClient, parameters: BarsParameters) {
  const { symbol, ...options } = parameters
  return queryOptions({
    queryKey: [...keyRoot(client), 'bars', symbol && symbolKey(symbol), options] as const,
    queryFn:
      symbol === undefined
        ? skipToken
        : ({ signal }): Promise<BarSeries> => {
            if (!client.getBars) throw unsupported('getBars')
            return client.getBars({ ...options, symbol, signal })
          },
    staleTime: barsStaleMs(options.interval),
    structuralSharing: false,
  })
}

export type BarHistoryParameters = Omit<BarsParameters, 'start' | 'end'>

/** Bars a page. */
const pageSize = 500

/** The first page ends now; each older one ends, exclusively, at an instant in ms UTC. */
const newestPage: number | undefined = undefined

/** History that grows backwards page by page: the first page is the newest, each next one ends where the last began. */
export function barHistoryQueryOptions(client: ReactClient, parameters: BarHistoryParameters) {
  const { symbol, limit = pageSize, ...options } = parameters
  return infiniteQueryOptions({
    queryKey: [
      ...keyRoot(client),
      'bar-history',
      symbol && symbolKey(symbol),
      { limit, ...options },
    ] as const,
    initialPageParam: newestPage,
    queryFn:
      symbol === undefined
        ? skipToken
        : async ({ signal, pageParam }): Promise<BarSeries | null> => {
            if (!client.getBars) throw unsupported('getBars')
            try {
              return await client.getBars({ ...options, symbol, limit, end: pageParam, signal })
            } catch (error) {
              if (pageParam !== undefined && isNoData(error)) return null
              throw error
            }
          },
    getNextPageParam: (oldest: BarSeries | null, _pages, asked: number | undefined) => {
      const first = oldest?.time[0]
      return first === undefined || first === asked ? undefined : first
    },
    select: (data) => joinPages(data.pages),
    staleTime: barsStaleMs(options.interval),
    refetchOnWindowFocus: false,
    structuralSharing: false,
  })
}

import type { MarketStatus } from '@starkmatter/core'
import { queryOptions } from '@tanstack/react-query'
import { keyRoot, type ReactClient, unsupported } from '../context/client.ts'

export type MarketStatusParameters = {
  /** A MIC. @default 'XNYS' */
  market?: string | undefined
}

export function marketStatusQueryOptions(
  client: ReactClient,
  { market = 'XNYS' }: MarketStatusParameters = {},
) {
  return queryOptions({
    queryKey: [...keyRoot(client), 'market-status', market] as const,
    queryFn: ({ signal }): Promise<MarketStatus> => {
      if (!client.getMarketStatus) throw unsupported('getMarketStatus')
      return client.getMarketStatus({ market, signal })
    },
    enabled: client.getMarketStatus !== undefined,
    staleTime: 30_000,
    refetchInterval: 60_000,
  })
}

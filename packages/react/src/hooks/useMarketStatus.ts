import { useQuery } from '@tanstack/react-query'
import type { ReactClient } from '../context/client.ts'
import { useClient } from '../context/StarkMatterProvider.tsx'
import { type MarketStatusParameters, marketStatusQueryOptions } from '../query/market-status.ts'

export type UseMarketStatusParameters = MarketStatusParameters & { client?: ReactClient | undefined }

/** Whether a market is open, and when that changes next. Asked again every minute. */
export function useMarketStatus({ client, ...parameters }: UseMarketStatusParameters = {}) {
  return useQuery(marketStatusQueryOptions(useClient(client), parameters))
}

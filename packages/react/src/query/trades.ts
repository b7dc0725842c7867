import type { InstrumentInput, Trade } from '@starkmatter/core'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { keyRoot, type ReactClient, symbolKey, unsupported } from '../context/client.ts'

export type TradesParameters = {
  /** Nothing is asked until it is known. */
  symbol: InstrumentInput | undefined
  /** @default 50 */
  limit?: number | undefined
}

export function tradesQueryOptions(client: ReactClient, { symbol, limit = 50 }: TradesParameters) {
  return queryOptions({
    queryKey: [...keyRoot(client), 'trades', symbol && symbolKey(symbol), limit] as const,
    queryFn:
      symbol === undefined
        ? skipToken
        : ({ signal }): Promise<readonly Trade[]> => {
            if (!client.getTrades) throw unsupported('getTrades')
            return client.getTrades({ symbol, limit, signal })
          },
    staleTime: 5_000,
  })
}

import type { InstrumentInput, OrderBook } from '@starkmatter/core'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { keyRoot, type ReactClient, symbolKey, unsupported } from '../context/client.ts'

export type OrderBookParameters = {
  /** Nothing is asked until it is known. */
  symbol: InstrumentInput | undefined
  /** Levels a side. @default 20 */
  depth?: number | undefined
}

export function orderBookQueryOptions(client: ReactClient, { symbol, depth = 20 }: OrderBookParameters) {
  return queryOptions({
    queryKey: [...keyRoot(client), 'order-book', symbol && symbolKey(symbol), depth] as const,
    queryFn:
      symbol === undefined
        ? skipToken
        : ({ signal }): Promise<OrderBook> => {
            if (!client.getOrderBook) throw unsupported('getOrderBook')
            return client.getOrderBook({ symbol, depth, signal })
          },
    staleTime: 1_000,
  })
}

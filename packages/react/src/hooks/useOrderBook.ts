import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type ReactClient, symbolKey } from '../context/client.ts'
import { useClient } from '../context/StarkMatterProvider.tsx'
import { type OrderBookParameters, orderBookQueryOptions } from '../query/order-book.ts'
import { orderBookFeed } from '../store/feeds.ts'
import { useFeed } from './useFeed.ts'

export type UseOrderBookParameters = OrderBookParameters & { client?: ReactClient | undefined }

/** Bids and asks of one symbol, best first, kept up by a live feed where a provider has one. */
export function useOrderBook({ client: given, symbol, depth = 20 }: UseOrderBookParameters) {
  const client = useClient(given)
  const query = useQuery(orderBookQueryOptions(client, { symbol, depth }))
  const id = symbol && symbolKey(symbol)
  const feed = useFeed(
    useMemo(() => (id === undefined ? undefined : orderBookFeed(client, id)), [client, id]),
  )
  const book = feed.value ?? query.data
  const data = useMemo(
    () => book && { ...book, bids: book.bids.slice(0, depth), asks: book.asks.slice(0, depth) },
    [book, depth],
  )
  return { ...query, data, live: feed.status }
}

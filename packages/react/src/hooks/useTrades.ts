import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type ReactClient, symbolKey } from '../context/client.ts'
import { useClient } from '../context/StarkMatterProvider.tsx'
import { type TradesParameters, tradesQueryOptions } from '../query/trades.ts'
import { tradesFeed } from '../store/feeds.ts'
import { useFeed } from './useFeed.ts'

export type UseTradesParameters = TradesParameters & { client?: ReactClient | undefined }

/** The last trades of one symbol, newest first, kept up by a live feed where a provider has one. */
export function useTrades({ client: given, symbol, limit = 50 }: UseTradesParameters) {
  const client = useClient(given)
  const query = useQuery(tradesQueryOptions(client, { symbol, limit }))
  const id = symbol && symbolKey(symbol)
  const feed = useFeed(useMemo(() => (id === undefined ? undefined : tradesFeed(client, id)), [client, id]))
  const data = useMemo(() => {
    if (!query.data || !feed.value) return feed.value ?? query.data
    const newest = query.data.reduce((time, trade) => Math.max(time, trade.time), Number.NEGATIVE_INFINITY)
    const older = [...query.data].sort((a, b) => b.time - a.time)
    return [...feed.value.filter((trade) => trade.time > newest), ...older].slice(0, limit)
  }, [query.data, feed.value, limit])
  return { ...query, data, live: feed.status }
}

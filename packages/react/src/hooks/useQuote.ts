import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type ReactClient, symbolKey } from '../context/client.ts'
import { useClient } from '../context/StarkMatterProvider.tsx'
import { mergeQuote } from '../live/merge-quote.ts'
import { type QuoteParameters, quoteQueryOptions } from '../query/quotes.ts'
import { quoteFeed } from '../store/feeds.ts'
import { useFeed } from './useFeed.ts'

export type UseQuoteParameters = QuoteParameters & { client?: ReactClient | undefined }

/**
 * The latest quote of one symbol, kept up by a live feed where a provider has one; idle until `symbol` is known.
 *
 * `data` changes at most once a frame. `live` is the feed's status, `null` without a feed.
 */
export function useQuote({ client: given, symbol }: UseQuoteParameters) {
  const client = useClient(given)
  const query = useQuery(quoteQueryOptions(client, { symbol }))
  const id = symbol && symbolKey(symbol)
  const feed = useFeed(useMemo(() => (id === undefined ? undefined : quoteFeed(client, id)), [client, id]))
  const data = useMemo(() => mergeQuote(query.data, feed.value), [query.data, feed.value])
  return { ...query, data, live: feed.status }
}

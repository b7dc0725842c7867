import type { InstrumentInput, Quote } from '@starkmatter/core'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type ReactClient, symbolKey } from '../context/client.ts'
import { useClient } from '../context/StarkMatterProvider.tsx'
import { mergeQuote } from '../live/merge-quote.ts'
import { quoteQueryOptions } from '../query/quotes.ts'
import { combineFeeds } from '../store/combine-feeds.ts'
import { quoteFeed } from '../store/feeds.ts'
import { useFeed } from './useFeed.ts'

export type UseQuotesParameters = {
  symbols: readonly InstrumentInput[]
  client?: ReactClient | undefined
}

export type QuoteEntry = { quote: Quote | undefined; error: Error | null; isPending: boolean }

/** Quotes of several symbols, in their order, each with its own error; all change together, at most once a frame. */
export function useQuotes({ symbols, client: given }: UseQuotesParameters): readonly QuoteEntry[] {
  const client = useClient(given)
  const queries = useQueries({ queries: symbols.map((symbol) => quoteQueryOptions(client, { symbol })) })
  const ids = symbols.map(symbolKey).join(' ')
  const feed = useMemo(
    () => combineFeeds(ids === '' ? [] : ids.split(' ').map((id) => quoteFeed(client, id))),
    [client, ids],
  )
  const live = useFeed(feed).value
  return queries.map(({ data, error, isPending }, index) => ({
    quote: mergeQuote(data, live?.[index]),
    error,
    isPending,
  }))
}

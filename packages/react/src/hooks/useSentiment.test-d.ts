import type { NewsItem } from '@starkmatter/core'
import type { SentimentAggregate, SentimentSeries } from '@starkmatter/core/sentiment'
import { QueryClient, useQuery } from '@tanstack/react-query'
import { expectTypeOf, test } from 'vitest'
import type { ReactClient } from '../context/client.ts'
import { sentimentQueryOptions } from '../query/sentiment.ts'
import type { SentimentReading } from '../sentiment/read-sentiment.ts'
import { useSentiment } from './useSentiment.ts'

declare const client: ReactClient

test('a reading may be missing, and so may its aggregate; everything in it is typed', () => {
  const { data, error } = useSentiment({ symbol: 'AAPL' })
  expectTypeOf(data).toEqualTypeOf<SentimentReading | undefined>()
  expectTypeOf(error).toEqualTypeOf<Error | null>()
  expectTypeOf(data?.aggregate).toEqualTypeOf<SentimentAggregate | null | undefined>()
  expectTypeOf(data?.series).toEqualTypeOf<SentimentSeries | undefined>()
  expectTypeOf(data?.items[0]?.item).toEqualTypeOf<NewsItem | undefined>()
})

test('its query options give the reading to other hooks of TanStack Query', () => {
  const { data } = useQuery(sentimentQueryOptions(client, { symbol: 'AAPL' }))
  expectTypeOf(data).toEqualTypeOf<SentimentReading | undefined>()
  new QueryClient().prefetchQuery(sentimentQueryOptions(client, { symbol: 'AAPL' }))
})

test('the score and the clock of the aggregate are the hook’s own', () => {
  // @ts-expect-error: articles are scored by the analyzer
  useSentiment({ symbol: 'AAPL', aggregate: { score: () => ({ score: 1, confidence: 1 }) } })
  // @ts-expect-error: a symbol must be given, known or not
  useSentiment({})
})

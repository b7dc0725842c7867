import type { GetNewsOptions, InstrumentInput, NewsItem } from '@starkmatter/core'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { keyRoot, type ReactClient, symbolKey, unsupported } from '../context/client.ts'
import { askSources, sourcesOf } from '../sentiment/ask-sources.ts'
import type { NewsAnswer, ReadSentimentOptions, readSentiment } from '../sentiment/read-sentiment.ts'

export type SentimentParameters = Omit<GetNewsOptions, 'symbols' | 'signal'> &
  ReadSentimentOptions & {
    /** Nothing is asked until it is known. */
    symbol: InstrumentInput | undefined
    /** The moment to read at, ms UTC. @default when the news were answered */
    now?: number | undefined
    /** Pause before the news are asked for again, ms; `false` for never. @default 60_000 */
    everyMs?: number | false | undefined
  }

/** What is kept: the news, and the engine that reads them. It is loaded with the first of them, not with the page. */
type SentimentSource = NewsAnswer & { read: typeof readSentiment }

/**
 * News of an instrument from every source of the client. They are read and added up on the way out of the
 * cache: whoever asks with another analyzer or other half-lives shares the answer and reads it anew.
 *
 * @example
 * await queryClient.prefetchQuery(sentimentQueryOptions(client, { symbol: 'AAPL' }))
 */
export function sentimentQueryOptions(client: ReactClient, parameters: SentimentParameters) {
  const { symbol, names, others, analyzer, aggregate, times, now, everyMs = 60_000, ...asked } = parameters
  const question = { ...asked, limit: asked.limit ?? 100 }
  return queryOptions({
    queryKey: [...keyRoot(client), 'sentiment', symbol && symbolKey(symbol), question] as const,
    queryFn:
      symbol === undefined
        ? skipToken
        : async ({ signal }): Promise<SentimentSource> => {
            const { getNews, providers } = client
            if (!getNews) throw unsupported('getNews')
            const sources = question.providers ?? sourcesOf(providers)
            const [news, engine] = await Promise.all([
              askSources(getNews, sources, { ...question, symbols: [symbol], signal }),
              import('../sentiment/read-sentiment.ts'),
            ])
            return {
              ...news,
              asOf: Date.now(),
              simulated: news.items.some((item) => isSimulated(client, item)),
              read: engine.readSentiment,
            }
          },
    select: ({ read, ...answer }: SentimentSource) =>
      read(
        symbol ?? '',
        { ...answer, asOf: now ?? answer.asOf },
        { names, others, analyzer, aggregate, times },
      ),
    staleTime: 60_000,
    refetchInterval: everyMs,
    structuralSharing: false,
  })
}

/** An item may come through a gateway, which only passes it on, and a provider may make up all that it tells. */
function isSimulated(client: ReactClient, item: NewsItem): boolean {
  return (
    item.simulated === true ||
    client.providers.some(({ id, simulated }) => id === item.provider && simulated === true)
  )
}

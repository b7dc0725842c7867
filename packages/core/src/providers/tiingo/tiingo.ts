import { InvalidParameterError } from '../../errors/index.ts'
import { defineProvider, type Limit, type NewsQuery } from '../../provider/index.ts'
import { readNews } from './map-news.ts'
import { tiingoSymbols } from './symbols.ts'

export type TiingoOptions = {
  apiKey: string
  /** @default 'https://api.tiingo.com' */
  baseUrl?: string
  /** Those of the plan. @default the free plan's 50 an hour and 1,000 a day */
  limits?: readonly Limit[]
}

/**
 * News that Tiingo collects and tags with tickers. The key goes in a header. News needs a paid plan.
 *
 * @throws {StarkMatterError} INVALID_KEY, the key is missing or wrong
 * @throws {StarkMatterError} NOT_ENTITLED, the plan has no news
 * @see https://www.tiingo.com/documentation/news
 */
export function tiingo(options: TiingoOptions) {
  const { apiKey, baseUrl = 'https://api.tiingo.com' } = options
  const {
    limits = [
      { tokens: 50, every: '1h' },
      { tokens: 1_000, every: '1d' },
    ],
  } = options
  if (!apiKey) throw new InvalidParameterError('apiKey', 'a token from tiingo.com', apiKey)

  return defineProvider({
    id: 'tiingo',
    title: 'Tiingo',
    limits,
    symbols: tiingoSymbols,
    getNews: {
      request: (query) => ({
        url: `${baseUrl}/tiingo/news?${searchOf(query)}`,
        headers: { authorization: `Token ${apiKey}`, 'content-type': 'application/json' },
      }),
      parse: readNews,
    },
  })
}

function searchOf({ symbols, start, end, limit }: NewsQuery): URLSearchParams {
  // Days bound the question; the answer is cut to the instants.
  const day = (time: number) => new Date(time).toISOString().slice(0, 10)
  const search = new URLSearchParams({ sortBy: 'publishedDate', limit: String(Math.min(limit, 1_000)) })
  if (symbols.length > 0) search.set('tickers', symbols.join(','))
  if (start !== undefined) search.set('startDate', day(start))
  if (end !== undefined) search.set('endDate', day(end))
  return search
}

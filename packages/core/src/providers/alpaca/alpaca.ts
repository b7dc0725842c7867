import { InvalidParameterError } from '../../errors/index.ts'
import { defineProvider, type Limit, type NewsQuery } from '../../provider/index.ts'
import { nextNewsPage, readNews } from './map-news.ts'
import { alpacaSymbols } from './symbols.ts'

export type AlpacaOptions = {
  keyId: string
  secretKey: string
  /** @default 'https://data.alpaca.markets' */
  baseUrl?: string
  /** Those of the plan. @default the free plan's 200 a minute */
  limits?: readonly Limit[]
}

/**
 * News of United States companies and crypto (Benzinga's) from Alpaca. Both keys go in headers.
 *
 * @throws {StarkMatterError} INVALID_KEY, a key is missing or wrong
 * @throws {StarkMatterError} RATE_LIMITED, more calls than the plan allows
 * @see https://docs.alpaca.markets/reference/news-3
 */
export function alpaca(options: AlpacaOptions) {
  const {
    keyId,
    secretKey,
    baseUrl = 'https://data.alpaca.markets',
    limits = [{ tokens: 200, every: '1m' }],
  } = options
  if (!keyId) throw new InvalidParameterError('keyId', 'a key id from alpaca.markets', keyId)
  if (!secretKey) throw new InvalidParameterError('secretKey', 'the secret of the key id', '')
  const headers = { 'apca-api-key-id': keyId, 'apca-api-secret-key': secretKey }

  return defineProvider({
    id: 'alpaca',
    title: 'Alpaca',
    limits,
    symbols: alpacaSymbols,
    getNews: {
      request: (query) => ({ url: `${baseUrl}/v1beta1/news?${searchOf(query)}`, headers }),
      parse: readNews,
      next: nextNewsPage,
      join: (pages, { limit }) => pages.flat().slice(0, limit),
    },
  })
}

function searchOf({ symbols, start, end, limit }: NewsQuery): URLSearchParams {
  const search = new URLSearchParams({ sort: 'desc', limit: String(Math.min(limit, 50)) })
  if (symbols.length > 0) search.set('symbols', symbols.join(','))
  if (start !== undefined) search.set('start', new Date(start).toISOString())
  if (end !== undefined) search.set('end', new Date(end).toISOString())
  return search
}

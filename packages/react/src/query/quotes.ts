import type { InstrumentInput, Quote } from '@starkmatter/core'
import { queryOptions, skipToken } from '@tanstack/react-query'
import { keyRoot, type ReactClient, symbolKey, unsupported } from '../context/client.ts'

export type QuoteParameters = {
  /** Nothing is asked until it is known. */
  symbol: InstrumentInput | undefined
}

/** Where no feed carries quotes, they are asked for again this often. */
const pollMs = 15_000

export function quoteQueryOptions(client: ReactClient, { symbol }: QuoteParameters) {
  return queryOptions({
    queryKey: [...keyRoot(client), 'quote', symbol && symbolKey(symbol)] as const,
    queryFn:
      symbol === undefined
        ? skipToken
        : ({ signal }): Promise<Quote> => {
            if (!client.getQuote) throw unsupported('getQuote')
            return client.getQuote({ symbol, signal })
          },
    staleTime: 5_000,
    refetchInterval: client.watchQuotes ? false : pollMs,
  })
}

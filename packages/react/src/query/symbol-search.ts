import type { SymbolMatch } from '@starkmatter/core'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { keyRoot, type ReactClient, unsupported } from '../context/client.ts'

export type SymbolSearchParameters = {
  text: string
  /** @default 10 */
  limit?: number | undefined
}

export function symbolSearchQueryOptions(client: ReactClient, parameters: SymbolSearchParameters) {
  const text = parameters.text.trim()
  const { limit = 10 } = parameters
  return queryOptions({
    queryKey: [...keyRoot(client), 'symbol-search', text.toLowerCase(), limit] as const,
    queryFn: ({ signal }): Promise<readonly SymbolMatch[]> => {
      if (!client.searchSymbols) throw unsupported('searchSymbols')
      return client.searchSymbols({ text, limit, signal })
    },
    enabled: text !== '',
    staleTime: 300_000,
    placeholderData: keepPreviousData,
  })
}

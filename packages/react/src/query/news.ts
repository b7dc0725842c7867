import type { GetNewsOptions, NewsItem } from '@starkmatter/core'
import { queryOptions } from '@tanstack/react-query'
import { keyRoot, type ReactClient, symbolKey, unsupported } from '../context/client.ts'

export type NewsParameters = Omit<GetNewsOptions, 'signal'> & {
  /** Pause before the news are asked for again, ms; `false` for never. @default false */
  everyMs?: number | false | undefined
}

export function newsQueryOptions(client: ReactClient, parameters: NewsParameters = {}) {
  const { symbols, everyMs = false, ...options } = parameters
  return queryOptions({
    queryKey: [...keyRoot(client), 'news', symbols?.map(symbolKey), options] as const,
    queryFn: ({ signal }): Promise<readonly NewsItem[]> => {
      if (!client.getNews) throw unsupported('getNews')
      return client.getNews({ ...options, symbols, signal })
    },
    staleTime: 60_000,
    refetchInterval: everyMs,
  })
}

import { useQuery } from '@tanstack/react-query'
import type { ReactClient } from '../context/client.ts'
import { useClient } from '../context/StarkMatterProvider.tsx'
import { type NewsParameters, newsQueryOptions } from '../query/news.ts'

export type UseNewsParameters = NewsParameters & { client?: ReactClient | undefined }

/** News about symbols or a text, newest first; asked for again where `everyMs` says so. */
export function useNews({ client, ...parameters }: UseNewsParameters = {}) {
  return useQuery(newsQueryOptions(useClient(client), parameters))
}

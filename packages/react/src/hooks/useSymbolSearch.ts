import { useQuery } from '@tanstack/react-query'
import type { ReactClient } from '../context/client.ts'
import { useClient } from '../context/StarkMatterProvider.tsx'
import { type SymbolSearchParameters, symbolSearchQueryOptions } from '../query/symbol-search.ts'

export type UseSymbolSearchParameters = SymbolSearchParameters & { client?: ReactClient | undefined }

/** Instruments that match a text, best first; idle while the text is empty. Earlier hits stay until the new ones are there. */
export function useSymbolSearch({ client, ...parameters }: UseSymbolSearchParameters) {
  return useQuery(symbolSearchQueryOptions(useClient(client), parameters))
}

import { useQuery } from '@tanstack/react-query'
import type { ReactClient } from '../context/client.ts'
import { useClient } from '../context/StarkMatterProvider.tsx'
import { type BarsParameters, barsQueryOptions } from '../query/bars.ts'

export type UseBarsParameters = BarsParameters & { client?: ReactClient | undefined }

/**
 * Bars of one symbol as the provider answered them; idle until `symbol` is known. For a last bar that moves: `useLiveBars`.
 *
 * @example
 * const { data: bars } = useBars({ symbol: 'AAPL', interval: '1d', start: '2024-01-02' })
 * bars?.at(0)?.date // '2024-01-02'
 */
export function useBars({ client, ...parameters }: UseBarsParameters) {
  return useQuery(barsQueryOptions(useClient(client), parameters))
}

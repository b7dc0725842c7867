import { useQuery } from '@tanstack/react-query'
import { session } from '../account/useSession.ts'

/** Whether the server can write reports, and if not, why. */
export type AnalystFacts = { isAvailable: true } | { isAvailable: false; reason: string }

/** `undefined` while the server is being asked. */
export function useAnalyst(): AnalystFacts | undefined {
  const { data } = useQuery({
    queryKey: ['platform', 'analyst'],
    queryFn: async ({ signal }) => {
      const response = await session.fetch('/reports', { signal })
      return readAnalyst(response.ok ? await response.json() : null)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}

export function readAnalyst(body: unknown): AnalystFacts {
  if (typeof body === 'object' && body !== null) {
    if ('available' in body && body.available === true) return { isAvailable: true }
    if ('reason' in body && typeof body.reason === 'string')
      return { isAvailable: false, reason: body.reason }
  }
  return { isAvailable: false, reason: 'This server writes no reports.' }
}

import { useQuery } from '@tanstack/react-query'

/** Looked at where the server has no data of the user's own. */
const usualSymbols = ['AAPL', 'MSFT', 'NVDA', 'AMZN', 'SPY', 'QQQ', 'IBM', 'BTC-USD', 'ETH-USD', 'EUR/USD']

/** Symbols to begin with: what the user imported, or else well-known ones. `undefined` while the server is being asked. */
export function useStartSymbols(): readonly string[] | undefined {
  const { data, isPending } = useQuery({
    queryKey: ['platform', 'instruments'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/v1/instruments', { signal })
      return response.ok ? readSymbols(await response.json()) : []
    },
    staleTime: 60_000,
  })
  if (isPending) return undefined
  return data && data.length > 0 ? data : usualSymbols
}

/** Symbols of the imported instruments, each once: several bar lengths of one are several entries. */
export function readSymbols(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null || !('instruments' in body)) return []
  const { instruments } = body
  if (!Array.isArray(instruments)) return []
  const ids = instruments.flatMap((entry: unknown) =>
    typeof entry === 'object' &&
    entry !== null &&
    'instrument' in entry &&
    typeof entry.instrument === 'string'
      ? [entry.instrument]
      : [],
  )
  return [...new Set(ids)]
}

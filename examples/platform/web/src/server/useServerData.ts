import { useQuery } from '@tanstack/react-query'
import { session } from '../account/useSession.ts'

/** Looked at where the server has no data of the user's own. */
const usualSymbols = ['AAPL', 'MSFT', 'NVDA', 'AMZN', 'SPY', 'QQQ', 'IBM', 'BTC-USD', 'ETH-USD', 'EUR/USD']

/** An instrument whose bars the user imported. */
export type ImportedInstrument = {
  id: string
  /** Its past prices can be restated for splits and dividends. */
  isAdjustable: boolean
}

function useImported() {
  return useQuery({
    queryKey: ['platform', 'instruments'],
    queryFn: async ({ signal }) => {
      const response = await session.fetch('/v1/instruments', { signal })
      return response.ok ? readImported(await response.json()) : []
    },
    staleTime: 60_000,
  })
}

/** Symbols to begin with: what the user imported, or else well-known ones. `undefined` while the server is being asked. */
export function useStartSymbols(): readonly string[] | undefined {
  const { data, isPending } = useImported()
  if (isPending) return undefined
  return data && data.length > 0 ? data.map(({ id }) => id) : usualSymbols
}

/**
 * How a symbol is shown where the reader has not chosen: imported prices that can be restated for splits are, so that a
 * split is no cliff in the chart. `undefined` while the server is being asked.
 */
export function useUsualAdjustment(symbol: string | undefined): 'splits' | null | undefined {
  const { data, isPending } = useImported()
  if (isPending) return undefined
  return data?.some(({ id, isAdjustable }) => isAdjustable && id === symbol) ? 'splits' : null
}

/** The imported instruments, each once: several bar lengths of one are several entries. */
export function readImported(body: unknown): readonly ImportedInstrument[] {
  if (typeof body !== 'object' || body === null || !('instruments' in body)) return []
  const { instruments } = body
  if (!Array.isArray(instruments)) return []
  const found = new Map<string, boolean>()
  for (const entry of instruments as readonly unknown[]) {
    if (typeof entry !== 'object' || entry === null) continue
    if (!('instrument' in entry) || typeof entry.instrument !== 'string') continue
    const isAdjustable = 'adjustable' in entry && entry.adjustable === true
    found.set(entry.instrument, isAdjustable || found.get(entry.instrument) === true)
  }
  return [...found].map(([id, isAdjustable]) => ({ id, isAdjustable }))
}

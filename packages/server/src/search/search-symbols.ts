import { parseInstrument, type SymbolMatch } from '@starkmatter/core'
import type { BarsContext } from '../bars/read-bars.ts'
import { actionOf } from '../gateway/client.ts'
import type { StoredSeries } from '../store/bar-store.ts'

/** Imported instruments first, then what the providers find. When they fail, the imported ones are answered alone. */
export async function searchSymbols(
  { client, store, logger, timeoutMs }: BarsContext,
  text: string,
  limit: number,
  signal: AbortSignal,
): Promise<readonly SymbolMatch[]> {
  const imported = matchImported(await store.listSeries('imported'), text).slice(0, limit)
  if (imported.length === limit) return imported
  let found: readonly SymbolMatch[] = []
  try {
    found = await actionOf(client, 'searchSymbols')({ text, limit, timeoutMs, signal })
  } catch (error) {
    if (imported.length === 0) throw error
    logger?.warn('The search was answered from imported instruments only', { reason: String(error) })
  }
  const known = new Set(imported.map(({ instrument }) => instrument.id))
  return [...imported, ...found.filter(({ instrument }) => !known.has(instrument.id))].slice(0, limit)
}

/** Whole symbols first, then those that begin with the text, then those that hold it anywhere. */
function matchImported(series: readonly StoredSeries[], text: string): SymbolMatch[] {
  const wanted = plain(text)
  const matches = new Map<string, SymbolMatch & { score: number }>()
  for (const { instrument: id, name, currency, provider } of series) {
    const instrument = parseInstrument(id)
    const score = scoreOf(plain(instrument.symbol), plain(name ?? ''), wanted)
    if (score === 0) continue
    matches.set(id, { instrument, name, exchange: instrument.venue ?? null, currency, score, provider })
  }
  return [...matches.values()].toSorted((a, b) => b.score - a.score)
}

function scoreOf(symbol: string, name: string, wanted: string): number {
  if (wanted === '') return 0
  if (symbol === wanted) return 1
  if (symbol.startsWith(wanted)) return 0.9
  if (symbol.includes(wanted)) return 0.7
  return name.includes(wanted) ? 0.5 : 0
}

/** `BTC/USD`, `btc-usd` and `BTCUSD` are one. */
function plain(text: string): string {
  return text.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

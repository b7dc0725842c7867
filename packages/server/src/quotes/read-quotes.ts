import { type Clock, type Instrument, parseInstrument, type Quote } from '@starkmatter/core'
import { findImported, readImported } from '../bars/imported-bars.ts'
import type { BarsContext } from '../bars/read-bars.ts'
import { actionOf } from '../gateway/client.ts'
import type { StoredSeries } from '../store/bar-store.ts'
import type { Store } from '../store/store.ts'

export type QuotesAnswer = { quotes: readonly Quote[]; missing: readonly string[] }

/** Quotes in the order asked: of imported instruments from their last bars, of the others from the providers. */
export async function readQuotes(
  context: BarsContext,
  symbols: readonly string[],
  signal: AbortSignal,
): Promise<QuotesAnswer> {
  const { client, store, timeoutMs, clock } = context
  const slots = await Promise.all(
    symbols.map(async (symbol) => {
      const instrument = parseInstrument(symbol)
      return { symbol, instrument, imported: await importedQuote(store, instrument, clock) }
    }),
  )
  const asked = slots.filter(({ imported }) => !imported).map(({ symbol }) => symbol)
  if (asked.length === 0) return { quotes: slots.flatMap(({ imported }) => imported ?? []), missing: [] }

  const fetched = await actionOf(client, 'getQuotes')({ symbols: asked, timeoutMs, signal })
  const missing = fetched.missing ?? []
  const inOrder = fetched[Symbol.iterator]()
  const quotes = slots.flatMap(({ symbol, imported }) => {
    if (imported) return imported
    return missing.includes(symbol) ? [] : (inOrder.next().value ?? [])
  })
  return { quotes, missing }
}

/** What the last two bars of imported data say. Their time says how old that is. */
export async function importedQuote(
  store: Store,
  instrument: Instrument,
  clock: Clock,
): Promise<Quote | undefined> {
  const series = newest(await findImported(store, instrument))
  const range = { start: undefined, end: undefined }
  const query = { range, limit: 2, adjustment: undefined }
  const found = series && (await readImported(store, series, query, clock))
  if (!found) return undefined
  const { answer } = found
  const rows: [number, number, number, number, number, number | null][] = JSON.parse(`[${answer.rows}]`)
  const bar = rows.at(-1)
  if (!bar) return undefined
  const [time, open, high, low, last, volume] = bar
  const previousClose = rows.length > 1 ? (rows[0]?.[4] ?? null) : null
  const change = previousClose === null ? null : last - previousClose
  return {
    instrument,
    name: series.name,
    last,
    time,
    bid: null,
    bidSize: null,
    ask: null,
    askSize: null,
    open,
    high,
    low,
    previousClose,
    change,
    changePercent: change === null || !previousClose ? null : (change / previousClose) * 100,
    volume,
    currency: answer.currency,
    priceScale: answer.priceScale,
    marketState: 'closed',
    source: answer.source,
    simulated: false,
  }
}

/** Daily bars make the usual quote; without them, the series that ends last. */
function newest(series: readonly StoredSeries[]): StoredSeries | undefined {
  const byEnd = series.toSorted((a, b) => (b.last ?? 0) - (a.last ?? 0))
  return byEnd.find(({ interval }) => interval === '1d') ?? byEnd[0]
}

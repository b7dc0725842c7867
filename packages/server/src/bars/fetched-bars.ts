import { type BarSeries, type Logger, parseInterval } from '@starkmatter/core'
import type { GatewayClient } from '../gateway/client.ts'
import type { Coverage, StoredSeries } from '../store/bar-store.ts'
import type { Store } from '../store/store.ts'
import type { BarsQuery } from './bars-query.ts'
import { endInstant, firstInstant } from './time-range.ts'

/** Adjusted prices are restated at the next split or dividend, so they are believed for a day. */
const adjustedMaxAgeMs = 86_400_000

/** Bars that were fetched before and answer the beginning of a call; what comes from `until` on is still to be fetched. */
export type KeptBars = {
  series: StoredSeries
  rows: string
  count: number
  start: number
  until: number
  end: number
}

/** Finds kept bars from where the call starts, of the first provider that has them. */
export async function findKept(
  store: Store,
  client: GatewayClient,
  query: BarsQuery,
  now: number,
): Promise<KeptBars | undefined> {
  if (query.extendedHours) return undefined
  const stored = await store.findSeries([query.instrument.id], 'fetched')
  for (const provider of client.providers) {
    const adjustment = query.adjustment ?? provider.getBars?.adjustments[0]
    const series = stored.find(
      (one) =>
        one.provider === provider.id && one.interval === query.interval && one.adjustment === adjustment,
    )
    const kept = series && (await readKept(store, series, query, now))
    if (kept) return kept
  }
  return undefined
}

async function readKept(
  store: Store,
  series: StoredSeries,
  query: BarsQuery,
  now: number,
): Promise<KeptBars | undefined> {
  const { start: from, end: to } = query.range
  const end = Math.min(to ? endInstant(to, series.timeZone) : now, now)
  const start = from && firstInstant(from, series.timeZone)
  const isFresh = ({ fetchedAt }: Coverage) =>
    series.adjustment === 'raw' || now - fetchedAt < adjustedMaxAgeMs
  const covered = (await store.getCoverage(series.id)).filter(isFresh)
  // Without a start, the newest bars are wanted: the stretch must hold as many of them.
  const stretch =
    start === undefined ? covered.at(-1) : covered.find((one) => one.from <= start && one.until > start)
  if (!stretch) return undefined
  const until = Math.min(stretch.until, end)
  const begin = start ?? stretch.from
  if (until <= begin) return undefined
  const { limit } = query
  const { adjustment } = series
  const { rows, count } = await store.readRows(series.id, { start: begin, end: until, limit, adjustment })
  if (count === 0 || (start === undefined && count < limit)) return undefined
  return { series, rows, count, start: begin, until, end }
}

/** Keeps the closed bars of an answer. Simulated ones never. A failure to keep them is no failure to answer. */
export async function keepFetched(
  store: Store,
  series: BarSeries,
  query: Pick<BarsQuery, 'instrument' | 'range' | 'extendedHours' | 'limit'>,
  context: { now: number; logger: Logger | undefined },
): Promise<void> {
  const { now, logger } = context
  const closed = series.forming ? series.slice(0, series.length - 1) : series
  const lastClosed = closed.time.at(-1)
  const first = closed.time[0]
  if (series.simulated || query.extendedHours || lastClosed === undefined || first === undefined) return
  const { instrument, range, limit } = query
  const isWhole = range.start !== undefined && series.length < limit
  const from = isWhole && range.start ? Math.min(firstInstant(range.start, series.timeZone), first) : first
  const end = range.end ? endInstant(range.end, series.timeZone) : now
  // A day in the past is over in every market; nearer than that, only what was seen is known.
  const isPast = end < now - 2 * 86_400_000 - parseInterval(series.interval).ms
  const until = isPast ? Math.max(end, lastClosed + 1) : lastClosed + 1
  const { interval, timeZone, currency, priceScale, adjustment, source } = series
  const facts = {
    instrument: instrument.id,
    interval,
    adjustment,
    origin: 'fetched' as const,
    provider: source.provider,
    name: null,
    timeZone,
    currency,
    priceScale,
    delayedMs: source.delayedMs,
    fetchedAt: source.fetchedAt,
    gaps: [],
    issues: [],
  }
  try {
    await store.addFetched(facts, closed.columns(), { from, until, fetchedAt: now })
  } catch (error) {
    logger?.warn('Fetched bars were not stored', { instrument: instrument.id, reason: String(error) })
  }
}

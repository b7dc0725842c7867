import { type Clock, type Logger, NoDataError, StarkMatterError } from '@starkmatter/core'
import { actionOf, type GatewayClient, isAbsence } from '../gateway/client.ts'
import type { StoredSeries } from '../store/bar-store.ts'
import type { Store } from '../store/store.ts'
import { aggregateRows, barsPerBar, sourceInterval } from './aggregate.ts'
import { answerOf, type BarsAnswer } from './answer.ts'
import { type BarsQuery, mostBars } from './bars-query.ts'
import { findKept, type KeptBars, keepFetched } from './fetched-bars.ts'
import { chooseSeries, findImported, readImported } from './imported-bars.ts'
import { showDay } from './time-range.ts'

export type BarsContext = {
  client: GatewayClient
  store: Store
  clock: Clock
  logger: Logger | undefined
  timeoutMs: number
}

/**
 * Bars from the nearest place that has them: imported files, bars kept from earlier calls and only the rest from the
 * providers, or the providers. What a provider answers is kept for the next time.
 *
 * Imported instruments are never continued with simulated bars.
 */
export async function readBars(
  context: BarsContext,
  query: BarsQuery,
  signal: AbortSignal,
): Promise<BarsAnswer> {
  const { store, clock } = context
  const imported = await findImported(store, query.instrument)
  const fromFiles = await readImportedAs(context, imported, query)
  if (fromFiles) return fromFiles
  if (imported.length > 0) return beyondImported(context, imported, query, signal)
  const kept = await findKept(store, context.client, query, clock.now())
  return kept ? continueKept(context, kept, query, signal) : fetchBars(context, query, signal)
}

/** Bars of imported series, put together from shorter ones where the interval itself was not imported. */
async function readImportedAs(
  { store, clock }: BarsContext,
  imported: readonly StoredSeries[],
  query: BarsQuery,
): Promise<BarsAnswer | undefined> {
  const { interval, adjustment, limit } = query
  const exact = chooseSeries(imported, interval, adjustment)
  if (exact) return (await readImported(store, exact, query, clock))?.answer
  const shorter = sourceInterval(
    imported.map((series) => series.interval),
    interval,
  )
  const source = shorter && chooseSeries(imported, shorter, adjustment)
  if (!source) return undefined
  const wide = { ...query, limit: Math.min(limit * barsPerBar(source.interval, interval), mostBars * 10) }
  const found = await readImported(store, source, wide, clock)
  if (!found) return undefined
  const { answer } = found
  const { rows, count } = aggregateRows(answer.rows, interval, source.timeZone)
  // The oldest bar may have lost its beginning to the limit: it is left out together with what is too much.
  const extra = found.count === wide.limit ? Math.max(count - limit, 1) : Math.max(count - limit, 0)
  const bars: unknown[] = extra === 0 ? [] : JSON.parse(`[${rows}]`)
  return { ...answer, interval, rows: extra === 0 ? rows : JSON.stringify(bars.slice(extra)).slice(1, -1) }
}

/** Asks the providers for what the imported files of an instrument do not hold, unless they would make it up. */
async function beyondImported(
  context: BarsContext,
  imported: readonly StoredSeries[],
  query: BarsQuery,
  signal: AbortSignal,
): Promise<BarsAnswer> {
  try {
    const answer = await fetchBars(context, query, signal)
    if (!answer.simulated) return answer
  } catch (error) {
    if (!StarkMatterError.is(error) || error.code === 'BAD_REQUEST') throw error
  }
  const held = imported.map(
    ({ interval, first, last, timeZone }) =>
      `${interval} from ${showDay(first, timeZone)} to ${showDay(last, timeZone)}`,
  )
  throw new NoDataError(
    `No ${query.interval} bars of ${query.instrument.id} in this range. Imported: ${held.join('; ')}.`,
    { provider: imported[0]?.provider ?? 'csv' },
  )
}

async function fetchBars(context: BarsContext, query: BarsQuery, signal: AbortSignal): Promise<BarsAnswer> {
  const { client, store, clock, logger, timeoutMs } = context
  const { start, end, limit, interval, adjustment, extendedHours, symbol } = query
  const series = await actionOf(
    client,
    'getBars',
  )({
    symbol,
    interval,
    start: timeInput(start),
    end: timeInput(end),
    limit,
    adjustment,
    extendedHours,
    timeoutMs,
    signal,
  })
  // The answer does not wait for the database.
  void keepFetched(store, series, query, { now: clock.now(), logger })
  return answerOf(series)
}

/** Kept bars and, from where they end, the provider's. When it cannot be reached, the answer says what is missing. */
async function continueKept(
  context: BarsContext,
  kept: KeptBars,
  query: BarsQuery,
  signal: AbortSignal,
): Promise<BarsAnswer> {
  const { client, store, clock, logger, timeoutMs } = context
  const { series, until, end } = kept
  const { interval, timeZone, currency, priceScale, adjustment, provider, delayedMs, fetchedAt } = series
  const facts: BarsAnswer = {
    instrument: series.instrument,
    interval,
    timeZone,
    currency,
    priceScale,
    adjustment,
    source: { provider, fetchedAt, delayedMs, attempts: [{ provider, outcome: 'OK', elapsedMs: 0 }] },
    simulated: false,
    forming: false,
    gaps: [],
    issues: [],
    rows: kept.rows,
  }
  if (until >= end) return facts
  const options = {
    symbol: query.symbol,
    interval,
    adjustment,
    start: until,
    end,
    providers: [provider],
    timeoutMs,
    signal,
  }
  try {
    const tail = await actionOf(client, 'getBars')(options)
    const range = { start: { kind: 'instant', time: until }, end: query.range.end } as const
    void keepFetched(store, tail, { ...query, range }, { now: clock.now(), logger })
    const more = answerOf(tail)
    const rows = keepNewest(`${kept.rows},${more.rows}`, kept.count + tail.length - query.limit)
    return { ...more, instrument: facts.instrument, rows }
  } catch (error) {
    if (!StarkMatterError.is(error) || error.code === 'BAD_REQUEST' || error.code === 'ABORTED') throw error
    if (isAbsence(error)) return facts
    const message = `Bars after ${new Date(until).toISOString()} could not be fetched: ${error.message}`
    return { ...facts, issues: [{ kind: 'newest-missing', message, time: until }] }
  }
}

/** Leaves out the oldest rows that are too many. */
function keepNewest(rows: string, extra: number): string {
  let at = 0
  for (let n = 0; n < extra; n++) at = rows.indexOf('],', at) + 2
  return rows.slice(at)
}

/** The client takes ms as a number and everything else as text. */
function timeInput(text: string | undefined): number | string | undefined {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : text
}

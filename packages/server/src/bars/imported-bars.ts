import {
  type Adjustment,
  type Clock,
  type Instrument,
  type Interval,
  UnsupportedError,
} from '@starkmatter/core'
import type { StoredSeries } from '../store/bar-store.ts'
import type { Store } from '../store/store.ts'
import type { BarsAnswer } from './answer.ts'
import type { BarsQuery } from './bars-query.ts'
import { endInstant, firstInstant } from './time-range.ts'

/**
 * Imported series of an instrument. A venue that is not asked for does not matter, nor whether a listed symbol is taken
 * for a share, a fund or an index; the series with the most bars comes first.
 */
export async function findImported(store: Store, instrument: Instrument): Promise<readonly StoredSeries[]> {
  const imported = await store.listSeries('imported')
  const found = imported.filter(({ instrument: id }) => namesSame(instrument, id))
  return found.toSorted(
    (a, b) =>
      Number(b.instrument === instrument.id) - Number(a.instrument === instrument.id) || b.count - a.count,
  )
}

/** The series to answer an interval from, preferring one whose prices already stand as asked. */
export function chooseSeries(
  series: readonly StoredSeries[],
  interval: Interval,
  adjustment: Adjustment | undefined,
): StoredSeries | undefined {
  const fitting = series.filter((one) => one.interval === interval)
  return (
    fitting.find((one) => one.adjustment === (adjustment ?? 'raw')) ??
    fitting.find((one) => one.adjustment === 'raw') ??
    fitting[0]
  )
}

/**
 * Bars of an imported series, adjusted by its factors where that is asked for. Empty when it has none in the range.
 *
 * @throws {UnsupportedError} the asked adjustment needs a factor file that was not imported
 */
export async function readImported(
  store: Store,
  series: StoredSeries,
  query: Pick<BarsQuery, 'range' | 'limit' | 'adjustment'>,
  clock: Clock,
): Promise<{ answer: BarsAnswer; count: number } | undefined> {
  const begin = clock.now()
  const { id, count: _count, first: _first, last: _last, origin: _origin, name: _name, ...facts } = series
  const { range, limit, adjustment = facts.adjustment } = query
  if (adjustment !== facts.adjustment && !(facts.adjustment === 'raw' && (await store.hasFactors(id)))) {
    throw new UnsupportedError(
      `The imported ${facts.interval} bars of ${facts.instrument} are ${facts.adjustment}, and there is no factor file to restate them by ${adjustment}. Ask for adjustment=${facts.adjustment}, or import a factor file beside them.`,
    )
  }
  const start = range.start ? firstInstant(range.start, facts.timeZone) : Number.MIN_SAFE_INTEGER
  const end = range.end ? endInstant(range.end, facts.timeZone) : Number.MAX_SAFE_INTEGER
  const { rows, count } = await store.readRows(id, { start, end, limit, adjustment })
  if (count === 0) return undefined
  const { provider, delayedMs, fetchedAt, gaps, ...rest } = facts
  const attempt = { provider, outcome: 'OK', elapsedMs: clock.now() - begin } as const
  const answer: BarsAnswer = {
    ...rest,
    adjustment,
    gaps: gaps.filter(({ from, to }) => to > start && from < end),
    source: { provider, fetchedAt, delayedMs, attempts: [attempt] },
    simulated: false,
    forming: false,
    rows,
  }
  return { answer, count }
}

const listed = ['equity', 'fund', 'index']

function namesSame(asked: Instrument, id: string): boolean {
  if (asked.id === id) return true
  const match = /^(\w+):([^@]+)(?:@(.+))?$/.exec(id)
  if (!match) return false
  const [, assetClass = '', symbol, venue] = match
  const isSameClass =
    assetClass === asked.assetClass || (listed.includes(assetClass) && listed.includes(asked.assetClass))
  return (
    isSameClass &&
    symbol === asked.symbol &&
    (asked.venue === undefined || venue === undefined || asked.venue === venue)
  )
}

import { NoDataError, ValidationError } from '../errors/index.ts'
import {
  type Adjustment,
  type AssetClass,
  type BarSeries,
  type Interval,
  type NumericMode,
  type ParsedInterval,
  parseInterval,
  readInstrument,
} from '../market/index.ts'
import type { AskedBars, BarsQuery } from '../provider/index.ts'
import type { Engine } from './engine.ts'
import type { Candidate } from './fail-over.ts'
import { loadBars } from './load-bars.ts'
import type { GetBarsOptions, TimeInput } from './options.ts'
import { Refusals, routesTo, symbolFor } from './route.ts'
import { assertForward, type Bound, earliestStart, latestEnd, readBound, trimToRange } from './time-range.ts'

const dayMs = 86_400_000
const defaultLimit = 500

/**
 * The providers that can answer a call for bars, and what to ask each of them.
 *
 * @param isFresh - Bars that may have changed since they were fetched are fetched again, however short ago that was.
 * @throws {BadRequestError} symbol, interval, range or limit cannot be right
 * @throws {UnsupportedError} no provider serves this, with each one's reason
 */
export function barsCandidates<mode extends NumericMode>(
  engine: Engine,
  options: GetBarsOptions<mode>,
  isFresh = false,
): Candidate<BarSeries<mode>>[] {
  const read = readInstrument(options.symbol)
  const { instrument } = read
  const parsed = parseInterval(options.interval)
  const now = engine.clock.now()
  const start = options.start === undefined ? undefined : readBound('start', options.start)
  const end: Bound =
    options.end === undefined ? { kind: 'instant', time: now } : readBound('end', options.end)
  if (start) assertForward(start, end)
  const limit = options.limit ?? (start ? undefined : defaultLimit)
  const { extendedHours = false } = options
  const asked = askedRange(parsed, instrument.assetClass, start, end, limit ?? defaultLimit, extendedHours)
  const numeric: NumericMode = options.numeric ?? 'number'

  const isLive = latestEnd(end) >= now
  let firstChoice: Adjustment | undefined

  const refusals = new Refusals()
  const candidates = routesTo(engine, 'getBars', options).flatMap((route): Candidate<BarSeries<mode>>[] => {
    const { provider, operation } = route
    const symbol = symbolFor(route, read, refusals)
    if (symbol === undefined) return []
    const interval = sameInterval(operation.intervals, parsed)
    if (!interval) {
      refusals.add(provider, `has no ${options.interval} bars (it has ${operation.intervals.join(', ')})`)
      return []
    }
    const adjustment = chooseAdjustment(operation.adjustments, options.adjustment, firstChoice)
    if (!adjustment) {
      refusals.add(
        provider,
        `has no prices adjusted by ${options.adjustment} (it has ${operation.adjustments.join(', ')})`,
      )
      return []
    }
    if (
      extendedHours &&
      !operation.extendedHours &&
      !parsed.isDaily &&
      !isAroundTheClock(instrument.assetClass)
    ) {
      refusals.add(provider, 'has no extended hours')
      return []
    }
    const reach = operation.historyMs?.(interval)
    const oldest = reach === undefined ? Number.NEGATIVE_INFINITY : now - reach
    if ((start ? latestStart(start) : asked.end) < oldest) {
      refusals.add(provider, `reaches back only ${Math.floor((reach ?? 0) / dayMs)} days for ${interval}`)
      return []
    }
    firstChoice ??= adjustment
    const grid = gridOf(parsed)
    const query: BarsQuery = {
      instrument,
      symbol,
      now,
      interval,
      start: Math.max(asked.start, Math.ceil(oldest / grid) * grid),
      end: asked.end,
      adjustment,
      extendedHours,
      numeric,
      newest: start ? undefined : limit,
      ...(operation.passesOn && { asked: askedOf(options, read.text) }),
    }
    return [
      {
        provider,
        async ask(deadline) {
          const answer = await loadBars(engine, provider, operation, query, deadline, isFresh)
          const series = trimToRange(inMode<mode>(answer, numeric), parsed.isDaily, start, end)
          if (series.length === 0) {
            throw new NoDataError(`${provider.id} has no bars of "${symbol}" in this range.`, {
              provider: provider.id,
            })
          }
          return limit !== undefined && series.length > limit ? series.slice(series.length - limit) : series
        },
        ...(isLive && {
          newestOf: ({ time }) => ({
            instrument,
            interval,
            until: (time.at(-1) ?? 0) + parsed.ms,
            delayedMs: provider.delayedMs ?? 0,
          }),
        }),
      },
    ]
  })
  if (candidates.length === 0) throw refusals.error()
  return candidates
}

/** The call in its caller's words, for a provider that passes it on. */
function askedOf({ start, end, limit, adjustment }: GetBarsOptions<NumericMode>, symbol: string): AskedBars {
  const plain = (time: TimeInput | undefined) => (time instanceof Date ? time.getTime() : time)
  return { symbol, start: plain(start), end: plain(end), limit, adjustment }
}

/** Ranges are widened to whole bars, so that calls a moment apart ask for the same thing. */
function gridOf({ ms, isDaily }: ParsedInterval): number {
  return isDaily ? dayMs : ms
}

function askedRange(
  interval: ParsedInterval,
  assetClass: AssetClass,
  start: Bound | undefined,
  end: Bound,
  limit: number,
  extendedHours: boolean,
): { start: number; end: number } {
  const grid = gridOf(interval)
  const to = Math.ceil(latestEnd(end) / grid) * grid
  const from = start ? earliestStart(start) : to - spanOf(limit, interval, assetClass, extendedHours)
  return { start: Math.floor(from / grid) * grid, end: to }
}

/** A time generous enough to hold `limit` bars, closed hours, weekends and holidays included. */
function spanOf(
  limit: number,
  interval: ParsedInterval,
  assetClass: AssetClass,
  extendedHours: boolean,
): number {
  const open = limit * interval.ms
  if (isAroundTheClock(assetClass)) return open + 2 * interval.ms
  const week = 7 / 5
  if (interval.isDaily) return open * (interval.ms < 5 * dayMs ? week * 1.05 : 1.02) + 7 * dayMs
  const hoursOpen = assetClass === 'fx' || assetClass === 'future' ? 23 : extendedHours ? 16 : 6.5
  return open * (24 / hoursOpen) * week + 5 * dayMs
}

function isAroundTheClock(assetClass: AssetClass): boolean {
  return assetClass === 'crypto' || assetClass === 'perp'
}

function latestStart(start: Bound): number {
  return start.kind === 'instant' ? start.time : start.utcMidnight + dayMs / 2
}

/** The provider's own spelling of an interval: `60m` is `1h`. */
function sameInterval(intervals: readonly Interval[], { ms, unit }: ParsedInterval): Interval | undefined {
  return intervals.find((one) => {
    const other = parseInterval(one)
    return other.ms === ms && (other.unit === unit || !other.isDaily)
  })
}

/**
 * A wish is met exactly: prices of two adjustments do not mix. Without one, what the first provider would answer, where
 * this one has it too; else its own first choice.
 */
function chooseAdjustment(
  offered: readonly Adjustment[],
  wanted: Adjustment | undefined,
  preferred: Adjustment | undefined,
): Adjustment | undefined {
  if (wanted !== undefined) return offered.find((one) => one === wanted)
  return offered.find((one) => one === preferred) ?? offered[0]
}

function inMode<mode extends NumericMode>(
  series: BarSeries<NumericMode>,
  numeric: NumericMode,
): BarSeries<mode> {
  const { provider } = series.source
  if (isInMode<mode>(series, numeric)) return series
  throw new ValidationError({
    provider,
    path: 'close',
    expected: numeric === 'string' ? 'decimal texts (numeric: "string")' : 'a Float64Array',
    got: numeric === 'string' ? 'numbers' : 'texts',
  })
}

function isInMode<mode extends NumericMode>(
  series: BarSeries<NumericMode>,
  numeric: NumericMode,
): series is BarSeries<mode> {
  return series.close instanceof Float64Array === (numeric === 'number')
}

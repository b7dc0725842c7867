import type { Bar } from './bar.ts'
import { bucketsOf } from './calendar/bucket.ts'
import type { ExchangeCalendar } from './calendar/exchange-calendar.ts'
import { SessionFinder } from './calendar/session-finder.ts'
import { tradingDay } from './calendar/trading-day.ts'
import { WallClock } from './calendar/wall-clock.ts'
import { type Interval, parseInterval } from './interval.ts'
import { dateInZone, zonedToUtc } from './time-zone.ts'
import type { Trade } from './trade.ts'
import { type Place, TradeBucket } from './trade-bucket.ts'

export type BarBuilderOptions = {
  interval: Interval
  /** Trades outside of its sessions are left out, and a day is that of the session; without it every trade counts. */
  calendar?: ExchangeCalendar | undefined
  /** Before and after the regular hours as well. @default false */
  extendedHours?: boolean | undefined
  /** Where days, weeks and hours begin. @default the calendar's, else 'UTC' */
  timeZone?: string | undefined
  /** Bars within a day begin on the clock's full hours, or so many minutes after their session's open. @default 'clock' */
  align?: 'clock' | 'session' | undefined
  /** Which trades make the price and which the volume, by the venue's conditions. @default all make both */
  counts?: ((trade: Trade) => { price: boolean; volume: boolean }) | undefined
  /** A stretch without a trade has a bar at the last price, as many crypto exchanges show it. @default false */
  carry?: boolean | undefined
  /** How many closed bars are kept for trades that come late. @default 2 */
  keep?: number | undefined
  /** Keeps the trades of these bars, so that `correct` can take one back. @default false */
  correctable?: boolean | undefined
}

/** Builds bars from trades. Each answer lists the bars that changed, oldest first. */
export type BarBuilder = {
  /**
   * Takes a trade. One that is later than the forming bar closes it; one that belongs to a closed bar that is still kept
   * amends that; one for an older bar is left out.
   */
  push(trade: Trade): Bar[]
  /** Takes a trade back, or puts another in its place. Needs `correctable`. */
  correct(wrong: Trade, right?: Trade): Bar[]
  /** Closes what ended by `now` (ms UTC), traded or not. */
  advance(now: number): Bar[]
  /** The bar that forms, if any. */
  forming(): Bar | undefined
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * A builder of bars of any interval, with the boundaries of the market's sessions, time zone and clock changes.
 *
 * @throws {BadRequestError} the interval is none; later, where a trade lies outside of the calendar's years
 * @example
 * const builder = createBarBuilder({ interval: '1m' })
 * builder.push({ instrument: parseInstrument('BTC-USD'), time: 0, price: 10, size: 1 })
 * builder.advance(60_000).map(({ close, closed }) => [close, closed]) // [[10, true]]
 */
export function createBarBuilder(options: BarBuilderOptions): BarBuilder {
  const { interval, calendar, extendedHours = false, keep = 2, align = 'clock' } = options
  const { carry = false, correctable: isCorrectable = false } = options
  const timeZone = options.timeZone ?? calendar?.timeZone ?? 'UTC'
  const { unit, count, isDaily, ms } = parseInterval(interval)
  const openOf = bucketsOf(interval, new WallClock(timeZone))
  const sessions = calendar && new SessionFinder(calendar, extendedHours)
  /** Oldest first; the last one is forming until it is closed. */
  const buckets: TradeBucket[] = []

  /** The bar that an instant belongs to; `undefined` outside of every session. */
  function place(time: number): Place | undefined {
    const session = sessions?.at(time)
    if (sessions && !session) return undefined
    if (isDaily) {
      const open = openOf(session ? zonedToUtc(Date.parse(session.date), timeZone) : time)
      const next = endOf(open)
      const isOneDay = session && calendar && unit === 'd' && count === 1 && !extendedHours
      const closesAt = (isOneDay && tradingDay(calendar, session.date).session?.close) || next
      return { open, from: time, to: session?.close ?? next, closesAt, date: dateInZone(open, timeZone) }
    }
    const isAligned = session && align === 'session'
    const open = isAligned ? session.open + Math.floor((time - session.open) / ms) * ms : openOf(time)
    const to = Math.min(isAligned ? open + ms : endOf(open), session?.close ?? Number.POSITIVE_INFINITY)
    return { open, from: time, to, closesAt: to, date: undefined }
  }

  /** When the bar after the one that opens at `open` begins. A clock change makes it an hour earlier or later. */
  function endOf(open: number): number {
    const longest = unit === 'mo' ? count * 31 * dayMs : unit === 'y' ? count * 366 * dayMs : ms
    if (longest <= hourMs) {
      // Earlier where the clock is set in between.
      const next = openOf(open + longest)
      return next > open ? next : open + longest
    }
    for (let time = open + longest - hourMs; ; time += hourMs / 2) {
      const next = openOf(time)
      if (next > open) return next
    }
  }

  function bucketAt(time: number): { bucket: TradeBucket; closed: Bar[] } | undefined {
    const newest = buckets.at(-1)
    // Most trades fall into the bar that forms.
    if (newest && time >= newest.from && time < newest.to) return { bucket: newest, closed: [] }
    const found = place(time)
    if (!found) return undefined
    const known = buckets.find(({ open }) => open === found.open)
    if (known) {
      known.reaches(found)
      return { bucket: known, closed: [] }
    }
    if (newest && found.open < newest.open) return addLate(found)
    const closed = newest ? [...close(newest), ...carryUntil(found.open)] : []
    return { bucket: add(found), closed }
  }

  function add(found: Place): TradeBucket {
    const carried = carry ? buckets.at(-1)?.close : undefined
    const bucket = new TradeBucket(found, { isCorrectable, carried })
    buckets.push(bucket)
    if (buckets.length > keep + 1) buckets.shift()
    return bucket
  }

  /** A bar that was passed over because its trades had not come yet. */
  function addLate(found: Place): { bucket: TradeBucket; closed: Bar[] } | undefined {
    const index = buckets.findIndex(({ open }) => open > found.open)
    if (index < 1) return undefined
    const bucket = new TradeBucket(found, { isCorrectable, carried: undefined })
    bucket.isClosed = true
    buckets.splice(index, 0, bucket)
    return { bucket, closed: [] }
  }

  /** Bars without a trade after the newest one, whose time is over at `until`. */
  function carryUntil(until: number): Bar[] {
    const bars: Bar[] = []
    let open = carry ? buckets.at(-1)?.open : undefined
    if (open === undefined) return bars
    for (open = endOf(open); open < until; open = endOf(open)) {
      const found = place(open)
      if (found && found.closesAt <= until) bars.push(...close(add(found)))
    }
    return bars
  }

  function close(bucket: TradeBucket): Bar[] {
    if (bucket.isClosed) return []
    bucket.isClosed = true
    return barsOf(bucket)
  }

  return {
    push(trade) {
      const found = bucketAt(trade.time)
      if (!found) return []
      const { bucket, closed } = found
      bucket.add(trade, options.counts?.(trade))
      return [...closed, ...barsOf(bucket)]
    },
    correct(wrong, right) {
      const bucket = buckets.find((one) => one.remove(wrong, options.counts))
      const changed = new Set(bucket ? [bucket] : [])
      const found = right && bucketAt(right.time)
      if (right && found) {
        found.bucket.add(right, options.counts?.(right))
        changed.add(found.bucket)
      }
      return [...(found?.closed ?? []), ...[...changed].flatMap(barsOf)]
    },
    advance(now) {
      const newest = buckets.at(-1)
      if (!newest || now < newest.closesAt) return []
      return [...close(newest), ...carryUntil(now)]
    },
    forming() {
      const newest = buckets.at(-1)
      return newest && !newest.isClosed ? newest.bar() : undefined
    },
  }
}

function barsOf(bucket: TradeBucket): Bar[] {
  const bar = bucket.bar()
  return bar ? [bar] : []
}

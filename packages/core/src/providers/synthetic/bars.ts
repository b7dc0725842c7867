import { bucketsOf } from '../../market/calendar/bucket.ts'
import { WallClock } from '../../market/calendar/wall-clock.ts'
import { type Adjustment, type BarColumns, type Interval, parseInterval } from '../../market/index.ts'
import { type Factor, factorsSince } from './actions.ts'
import { type SimulatedBar, type Simulation, sumMinutes } from './simulation.ts'
import { minuteUntil, ticksOf } from './ticks.ts'

export type BarsRange = {
  interval: Interval
  start: number
  end: number
  now: number
  adjustment: Adjustment
}

export type TimedBar = SimulatedBar & { time: number }

const minuteMs = 60_000

/**
 * Bars that open within `start` (inclusive) and `end` (exclusive), as they stood at `now`. Days are restated before they are put
 * together, so that no week has prices of two kinds.
 *
 * @returns Oldest first; the last one is still forming where the market is open and `end` lies beyond it.
 */
export function barsBetween(
  simulation: Simulation,
  { interval, start, end, now, adjustment }: BarsRange,
): TimedBar[] {
  const { sessions } = simulation
  const first = Math.max(0, sessions.dayAt(start) - 1)
  const factorOf = factorsSince(simulation, first, now, adjustment)
  const { isDaily } = parseInterval(interval)
  const openOf = bucketOf(simulation, interval)
  const bars: TimedBar[] = []
  let current: TimedBar | undefined
  const add = (time: number, part: SimulatedBar) => {
    if (current?.time === time) extend(current, part)
    else if (time >= start && time < end) {
      current = { time, ...part }
      bars.push(current)
    }
  }
  for (let day = first; ; day++) {
    const session = sessions.session(day)
    if (!session) continue
    if (session.open > now || openOf(session.open) >= end) break
    const close = session.open + session.minutes * minuteMs
    if (close <= start && !isDaily) continue
    const isOver = close <= now
    const factor = factorOf(day)
    const whole = isDaily && isOver ? simulation.dayBar(day) : undefined
    if (whole) {
      add(openOf(session.open), restated(whole, factor))
      continue
    }
    const bars = simulation.day(day)
    if (!bars) continue
    const firstMinute = isDaily ? 0 : Math.max(0, Math.floor((start - bars.open) / minuteMs))
    for (let minute = firstMinute; minute < bars.minutes; minute++) {
      const time = bars.open + minute * minuteMs
      if (time > now || openOf(time) >= end) break
      const part =
        time + minuteMs <= now
          ? sumMinutes(bars, minute, minute + 1)
          : minuteUntil(simulation, day, bars, minute, now)
      if (part) add(openOf(time), restated(part, factor))
    }
  }
  return bars
}

/** The rule by which bars of an interval begin in this market: from any instant to the open of its bar. */
export function bucketOf({ sessions }: Simulation, interval: Interval): (time: number) => number {
  return bucketsOf(interval, clockOf(sessions.timeZone))
}

/** The newest trade at an instant, and the day it belongs to. */
export function lastTrade(simulation: Simulation, now: number): { time: number; price: number; day: number } {
  const { sessions } = simulation
  for (let day = sessions.dayAt(now); ; day--) {
    const bars = simulation.day(day)
    if (!bars || bars.open > now) continue
    const minute = Math.min(bars.minutes, Math.floor((now - bars.open) / minuteMs))
    if (minute === bars.minutes) {
      return { time: bars.open + minute * minuteMs - 1, price: bars.edges[minute] as number, day }
    }
    const tick = ticksOf(simulation, day, bars, minute).findLast(({ time }) => time <= now)
    if (tick) return { time: tick.time, price: tick.price, day }
    if (minute > 0)
      return { time: bars.open + minute * minuteMs - 1, price: bars.edges[minute] as number, day }
  }
}

/** The bars as columns. */
export function columnsOf(bars: readonly TimedBar[]): BarColumns {
  return {
    time: Float64Array.from(bars, (bar) => bar.time),
    open: Float64Array.from(bars, (bar) => bar.open),
    high: Float64Array.from(bars, (bar) => bar.high),
    low: Float64Array.from(bars, (bar) => bar.low),
    close: Float64Array.from(bars, (bar) => bar.close),
    volume: Float64Array.from(bars, (bar) => bar.volume),
  }
}

function restated(bar: SimulatedBar, { divisor, dividends }: Factor): SimulatedBar {
  const price = (value: number) => (value / divisor) * dividends
  return {
    open: price(bar.open),
    high: price(bar.high),
    low: price(bar.low),
    close: price(bar.close),
    volume: bar.volume * divisor,
  }
}

function extend(bar: SimulatedBar, part: SimulatedBar): void {
  bar.high = Math.max(bar.high, part.high)
  bar.low = Math.min(bar.low, part.low)
  bar.close = part.close
  bar.volume += part.volume
}

const clocks = new Map<string, WallClock>()

function clockOf(timeZone: string): WallClock {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new WallClock(timeZone)
    clocks.set(timeZone, clock)
  }
  return clock
}

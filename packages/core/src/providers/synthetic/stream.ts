import { type Bar, dateInZone, type Interval, parseInterval } from '../../market/index.ts'
import type { StreamEvent, StreamTopic } from '../../provider/index.ts'
import { barsBetween, bucketOf, type TimedBar } from './bars.ts'
import { quoteAt } from './quote.ts'
import type { Simulation } from './simulation.ts'
import { type Tick, ticksOf } from './ticks.ts'

const minuteMs = 60_000

/** The live side of the market: what happened between two instants, from the same days that history is made of. */
export function advanceWith(find: (symbol: string) => Simulation | undefined) {
  return (topics: readonly StreamTopic[], from: number, to: number): StreamEvent[] =>
    topics.flatMap((topic) => {
      const simulation = find(topic.symbol)
      return simulation ? eventsOf(topic, simulation, from, to) : []
    })
}

function eventsOf(topic: StreamTopic, simulation: Simulation, from: number, to: number): StreamEvent[] {
  if (topic.channel === 'bars') return barEvents(topic.key, simulation, topic.interval ?? '1m', from, to)
  const ticks = ticksBetween(simulation, from, to)
  const last = ticks.at(-1)
  if (topic.channel === 'quotes') {
    return last ? [{ type: 'quote', topic: topic.key, quote: quoteAt(simulation, to) }] : []
  }
  if (topic.channel !== 'trades') return []
  const { instrument } = simulation.listing
  return ticks.map(({ time, price, size }) => ({
    type: 'trade',
    topic: topic.key,
    trade: { instrument, time, price, size },
  }))
}

/** Bars that closed since `from`, then the one that forms at `to`. */
function barEvents(
  topic: string,
  simulation: Simulation,
  interval: Interval,
  from: number,
  to: number,
): StreamEvent[] {
  const { ms } = parseInterval(interval)
  // A month may have 31 days, and a day 25 hours.
  const range = { interval, start: from - ms * 1.1, end: to + 1, adjustment: 'splits' as const }
  const before = barsBetween(simulation, { ...range, now: from })
  const after = barsBetween(simulation, { ...range, now: to })
  const known = new Map(before.map((bar) => [bar.time, bar]))
  const wasClosed = (bar: TimedBar) => isClosed(simulation, before, bar, interval, from)
  return after
    .filter(
      (bar) =>
        !known.has(bar.time) ||
        !isSame(known.get(bar.time), bar) ||
        (!wasClosed(bar) && isClosed(simulation, after, bar, interval, to)),
    )
    .map((bar) => ({
      type: 'bar',
      topic,
      bar: toBar(simulation, bar, interval, isClosed(simulation, after, bar, interval, to)),
    }))
}

/** A bar is closed once a later one exists, or its time or its session is over. */
export function isClosed(
  simulation: Simulation,
  bars: readonly TimedBar[],
  bar: TimedBar,
  interval: Interval,
  now: number,
): boolean {
  if (bar.time !== bars.at(-1)?.time) return true
  const { ms, isDaily } = parseInterval(interval)
  if (isDaily && ms > 86_400_000) return bucketOf(simulation, interval)(now) > bar.time
  const { sessions } = simulation
  const day = sessions.dayAt(isDaily ? bar.time + minuteMs : bar.time)
  const session = sessions.session(day)
  const end = session ? session.open + session.minutes * minuteMs : Number.POSITIVE_INFINITY
  return now >= (isDaily ? end : Math.min(end, bar.time + ms))
}

function ticksBetween(simulation: Simulation, from: number, to: number): Tick[] {
  const { sessions } = simulation
  const ticks: Tick[] = []
  for (let day = sessions.dayAt(from) - 1; day <= sessions.dayAt(to); day++) {
    const bars = simulation.day(day)
    if (!bars || bars.open > to || bars.open + bars.minutes * minuteMs <= from) continue
    const first = Math.max(0, Math.floor((from - bars.open) / minuteMs))
    for (let minute = first; minute < bars.minutes && bars.open + minute * minuteMs <= to; minute++) {
      for (const tick of ticksOf(simulation, day, bars, minute))
        if (tick.time > from && tick.time <= to) ticks.push(tick)
    }
  }
  return ticks
}

function toBar({ sessions }: Simulation, bar: TimedBar, interval: Interval, closed: boolean): Bar {
  const { isDaily } = parseInterval(interval)
  return { ...bar, ...(isDaily && { date: dateInZone(bar.time, sessions.timeZone) }), closed }
}

function isSame(a: TimedBar | undefined, b: TimedBar): boolean {
  return (
    a !== undefined &&
    a.open === b.open &&
    a.high === b.high &&
    a.low === b.low &&
    a.close === b.close &&
    a.volume === b.volume
  )
}

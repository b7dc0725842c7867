import type { DayBars, SimulatedBar, Simulation } from './simulation.ts'

/** One trade of a simulated minute. */
export type Tick = { time: number; price: number; size: number }

const minuteMs = 60_000

/**
 * The trades of one minute, in order. Together they make exactly its bar: the first is the open, the last the close, one
 * reaches the high, one the low, and the sizes add up to the volume.
 */
export function ticksOf(simulation: Simulation, day: number, bars: DayBars, minute: number): Tick[] {
  const { noise, unit } = simulation
  const place = day * 1440 + minute
  const count = 6 + Math.floor(noise.uniform(place, 51) * 13)
  const open = bars.edges[minute] as number
  const close = bars.edges[minute + 1] as number
  const high = bars.high[minute] as number
  const low = bars.low[minute] as number

  const highAt = 1 + Math.floor(noise.uniform(place, 52) * (count - 2))
  let lowAt = 1 + Math.floor(noise.uniform(place, 53) * (count - 3))
  if (lowAt >= highAt) lowAt++
  const corners = [
    { at: 0, price: open },
    { at: highAt, price: high },
    { at: lowAt, price: low },
    { at: count - 1, price: close },
  ].sort((a, b) => a.at - b.at)

  const start = bars.open + minute * minuteMs
  const total = Math.round((bars.volume[minute] as number) / unit)
  const weights = Array.from({ length: count }, (_, k) => 0.2 + noise.uniform(place * 32 + k, 54) ** 3)
  const weight = weights.reduce((sum, value) => sum + value, 0)
  let given = 0
  let soFar = 0
  return weights.map((part, k) => {
    const end = corners.findIndex((corner) => corner.at >= k)
    const right = corners[end] ?? { at: k, price: close }
    const left = corners[end - 1] ?? right
    const line =
      right.at === k
        ? right.price
        : left.price + ((right.price - left.price) * (k - left.at)) / (right.at - left.at)
    const shaken = line + (high - low) * 0.08 * noise.gaussian(place * 32 + k, 55)
    const price = right.at === k ? right.price : simulation.roundPrice(Math.min(high, Math.max(low, shaken)))
    soFar += part
    // One unit each, the rest by weight; the last takes what is left.
    const upTo = k === count - 1 ? total : k + 1 + Math.floor(((total - count) * soFar) / weight)
    const size = (upTo - given) * unit
    given = upTo
    const time = start + Math.floor(((k + 0.15 + 0.7 * noise.uniform(place * 32 + k, 56)) * minuteMs) / count)
    return { time, price, size }
  })
}

/** The bar of a minute as it stood at an instant; `undefined` before its first trade. */
export function minuteUntil(
  simulation: Simulation,
  day: number,
  bars: DayBars,
  minute: number,
  now: number,
): SimulatedBar | undefined {
  const ticks = ticksOf(simulation, day, bars, minute).filter((tick) => tick.time <= now)
  const first = ticks[0]
  if (!first) return undefined
  const prices = ticks.map((tick) => tick.price)
  return {
    open: first.price,
    high: Math.max(...prices),
    low: Math.min(...prices),
    close: ticks.at(-1)?.price ?? first.price,
    volume: ticks.reduce((sum, tick) => sum + tick.size, 0),
  }
}

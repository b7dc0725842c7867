import { type Interval, isInterval, parseInterval } from '../../market/index.ts'

const dayMs = 86_400_000

/** The spacing of most bars as an interval; `undefined` where there is none, as with a single bar. */
export function inferInterval(time: Float64Array): Interval | undefined {
  const counts = new Map<number, number>()
  for (let i = 1; i < time.length && i < 20_000; i++) {
    const step = (time[i] as number) - (time[i - 1] as number)
    counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  let best = 0
  let bestCount = 0
  for (const [step, count] of counts) {
    if (count > bestCount || (count === bestCount && step < best)) {
      best = step
      bestCount = count
    }
  }
  return nameOf(best)
}

/** Whether no two bars are closer than the interval: else the name it was read from is wrong. */
export function isPlausible(interval: Interval, time: Float64Array): boolean {
  const { ms } = parseInterval(interval)
  let close = 0
  for (let i = 1; i < time.length; i++) {
    // A day of daylight saving has 23 hours, and a February 28 days.
    if ((time[i] as number) - (time[i - 1] as number) < ms * 0.9) close++
  }
  return close <= time.length * 0.01
}

function nameOf(ms: number): Interval | undefined {
  const days = ms / dayMs
  if (days > 360) return '1y'
  if (days > 85) return '3mo'
  if (days > 27) return '1mo'
  if (days > 5) return '1w'
  if (days > 0.9) return '1d'
  for (const [unit, length] of [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
  ] as const) {
    const text = `${ms / length}${unit}`
    if (ms > 0 && ms % length === 0 && isInterval(text)) return text
  }
  return undefined
}

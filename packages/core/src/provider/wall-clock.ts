import { offsetInZone } from '../market/index.ts'

const dayMs = 86_400_000
const spanMs = 91 * dayMs
// Clocks change on a quarter of an hour, everywhere.
const quarterMs = 900_000

/**
 * `zonedToUtc` for many times in order: the zone is asked a few times for three months, not three times for each row.
 *
 * A stretch of three months is taken to hold one change of the clocks at most, which leaves out Morocco.
 *
 * @example
 * createWallClock('America/New_York')(Date.UTC(2024, 6, 1, 9, 30)) // 1719840600000
 */
export function createWallClock(timeZone: string): (local: number) => number {
  const known = spansByZone.get(timeZone) ?? new Map<number, Span>()
  spansByZone.set(timeZone, known)
  let number = Number.NaN
  let span: Span | undefined
  return (local) => {
    const current = Math.floor(local / spanMs)
    if (current !== number || !span) {
      number = current
      span = known.get(number) ?? readSpan(number, timeZone)
      known.set(number, span)
    }
    const { before, after, change } = span
    const early = local - before
    if (early < change) return early
    const late = local - after
    // A time that the clocks skip is read with the offset before it.
    return late >= change ? late : early
  }
}

/** Offsets at both ends of a stretch, and the instant at which the clocks change in it; without a change, infinity. */
type Span = { before: number; after: number; change: number }

// Finding a change takes a dozen questions to the zone. There are some 600 zones and four stretches a year.
const spansByZone = new Map<string, Map<number, Span>>()

function readSpan(number: number, timeZone: string): Span {
  const [from, until] = [number * spanMs - dayMs, (number + 1) * spanMs + dayMs]
  const before = offsetInZone(from, timeZone)
  const after = offsetInZone(until, timeZone)
  const change = before === after ? Number.POSITIVE_INFINITY : changeBetween(from, until, before, timeZone)
  return { before, after, change }
}

function changeBetween(from: number, until: number, before: number, timeZone: string): number {
  let [low, high] = [from / quarterMs, until / quarterMs]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetInZone(middle * quarterMs, timeZone) === before) low = middle
    else high = middle
  }
  return high * quarterMs
}

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
  let span = Number.NaN
  let before = 0
  let after = 0
  let change = 0
  return (local) => {
    const current = Math.floor(local / spanMs)
    if (current !== span) {
      span = current
      const [from, until] = [span * spanMs - dayMs, (span + 1) * spanMs + dayMs]
      before = offsetInZone(from, timeZone)
      after = offsetInZone(until, timeZone)
      change = before === after ? Number.POSITIVE_INFINITY : changeBetween(from, until, before, timeZone)
    }
    const early = local - before
    if (early < change) return early
    const late = local - after
    // A time that the clocks skip is read with the offset before it.
    return late >= change ? late : early
  }
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

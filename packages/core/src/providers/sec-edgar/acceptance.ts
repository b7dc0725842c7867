import { offsetInZone, zonedToUtc } from '../../market/index.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000
const newYork = 'America/New_York'
const opens = 6 * hourMs
const closes = 22 * hourMs

/**
 * When filings were accepted, ms UTC. The stamps end in "Z" and are in UTC for most filers, but for about one in five they are
 * the clock of New York: all stamps of a filer are of one kind. EDGAR accepts from 6 to 22 o'clock in New York, so that stamps
 * outside of these hours tell which kind it is. Where none does, the later reading is taken, which looks ahead in no case.
 *
 * @see https://github.com/theOGognf/finagg/issues/64
 * @param stamps - Of one filer, as if all were UTC.
 */
export function acceptedAt(stamps: readonly number[]): number[] {
  const isUtc = stamps.some((stamp) => !isOpen(stamp))
  const isLocal = stamps.some((stamp) => !isOpen(stamp + offsetInZone(stamp, newYork)))
  return isUtc && !isLocal ? [...stamps] : stamps.map((stamp) => zonedToUtc(stamp, newYork))
}

/** Whether a wall clock, written as if it were UTC, shows an hour at which EDGAR accepts. */
function isOpen(local: number): boolean {
  const clock = ((local % dayMs) + dayMs) % dayMs
  return clock >= opens && clock <= closes
}

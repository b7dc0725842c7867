// Intl formatters are expensive to make and cheap to keep; there are about 600 zones, so the cache is bounded.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

/** Whether the runtime knows an IANA zone of this name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterOf(timeZone)
    return true
  } catch {
    return false
  }
}

/**
 * Offset of a zone at an instant: local time minus UTC, in ms, daylight saving included.
 *
 * @example
 * offsetInZone(Date.UTC(2024, 6, 1), 'America/New_York') // -14400000
 */
export function offsetInZone(time: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0
  // `1/2/2024, GMT-05:00`; with seconds where it was the sun's own time, and without an offset where there is none.
  const [, sign = '', hours = 0, minutes = 0, seconds = 0] =
    /([+-])(\d+):(\d+):?(\d*)$/.exec(formatterOf(timeZone).format(time)) ?? []
  return Number(`${sign}1`) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}

/**
 * The calendar date of an instant in a zone, `YYYY-MM-DD`.
 *
 * @example
 * dateInZone(Date.UTC(2024, 0, 2, 3), 'America/New_York') // '2024-01-01'
 */
export function dateInZone(time: number, timeZone: string): string {
  return new Date(time + offsetInZone(time, timeZone)).toISOString().slice(0, 10)
}

/**
 * The instant at which a wall clock in a zone shows the given local time.
 *
 * A time that the spring change skips is read with the offset before it; one that the autumn change repeats, as the first.
 *
 * @param localMs - The wall clock's reading as if it were UTC, ms.
 * @example
 * zonedToUtc(Date.UTC(2024, 6, 1, 9, 30), 'America/New_York') // 1719840600000
 */
export function zonedToUtc(localMs: number, timeZone: string): number {
  if (timeZone === 'UTC') return localMs
  const before = offsetInZone(localMs - 86_400_000, timeZone)
  const after = offsetInZone(localMs + 86_400_000, timeZone)
  const early = localMs - before
  if (before === after || offsetInZone(early, timeZone) === before) return early
  const late = localMs - after
  return offsetInZone(late, timeZone) === after ? late : early
}

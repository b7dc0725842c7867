import { BadRequestError, dateInZone, InvalidParameterError, zonedToUtc } from '@starkmatter/core'

/** One end of a range as it was asked for: an instant, or a trading date whose place depends on the exchange's zone. */
export type TimeBound = { kind: 'instant'; time: number } | { kind: 'date'; date: string }

export type TimeRange = { start: TimeBound | undefined; end: TimeBound | undefined }

const dayMs = 86_400_000
const datePattern = /^\d{4}-\d\d-\d\d$/

/**
 * Reads ms UTC, an ISO time or a trading date.
 *
 * @throws {InvalidParameterError} the text is none of them, or a day that does not exist
 */
export function readTimeBound(parameter: string, text: string): TimeBound {
  if (datePattern.test(text)) {
    const midnight = Date.parse(text)
    // V8 reads 30 February as 1 March.
    if (!Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text)) {
      return { kind: 'date', date: text }
    }
  } else {
    const time = /^-?\d+$/.test(text)
      ? Number(text)
      : /^\d{4}-\d\d-\d\dT/.test(text)
        ? Date.parse(text)
        : Number.NaN
    if (Math.abs(time) <= 8.64e15) return { kind: 'instant', time }
  }
  throw new InvalidParameterError(parameter, 'ms UTC, an ISO time or YYYY-MM-DD', text)
}

/** @throws {BadRequestError} the range ends before it starts */
export function assertForward({ start, end }: TimeRange): void {
  if (!start || !end) return
  // A trading date spans a different day in each zone, so only dates are compared with dates exactly.
  const isReversed =
    start.kind === 'date' && end.kind === 'date'
      ? start.date > end.date
      : firstInstant(start, 'UTC') - dayMs > endInstant(end, 'UTC')
  if (isReversed || (start.kind === 'instant' && end.kind === 'instant' && start.time >= end.time)) {
    throw new BadRequestError('"start" must be before "end". Swap them.', { parameter: 'start' })
  }
}

/** Where a range begins, ms UTC: a date at its midnight in the zone. */
export function firstInstant(bound: TimeBound, timeZone: string): number {
  return bound.kind === 'instant' ? bound.time : zonedToUtc(Date.parse(bound.date), timeZone)
}

/** The instant after a range, ms UTC: a date is included as a whole. */
export function endInstant(bound: TimeBound, timeZone: string): number {
  return bound.kind === 'instant' ? bound.time : zonedToUtc(Date.parse(bound.date) + dayMs, timeZone)
}

/** The instant as a text for people: a date in the zone. */
export function showDay(time: number | null, timeZone: string): string {
  return time === null ? 'never' : dateInZone(time, timeZone)
}

import { BadRequestError, InvalidParameterError } from '../errors/index.ts'
import { type BarSeries, dateInZone, type NumericMode, zonedToUtc } from '../market/index.ts'
import type { TimeInput } from './options.ts'

const dayMs = 86_400_000
// The date line: a date begins 14 hours before UTC's in Kiribati and ends 12 hours after UTC's on Baker Island.
const earliestZoneMs = 14 * 3_600_000
const latestZoneMs = 12 * 3_600_000

/** One end of a range: an instant, or a trading date that means different instants in different zones. */
export type Bound = { kind: 'instant'; time: number } | { kind: 'date'; date: string; utcMidnight: number }

/**
 * Reads an instant or a trading date.
 *
 * @throws {InvalidParameterError} the value is neither
 */
export function readBound(parameter: string, input: TimeInput): Bound {
  if (typeof input === 'string' && /^\d{4}-\d\d-\d\d$/.test(input)) {
    const utcMidnight = Date.parse(input)
    // V8 rolls 30 February over to March, so the text is compared with what it was read as.
    if (!Number.isNaN(utcMidnight) && new Date(utcMidnight).toISOString().startsWith(input)) {
      return { kind: 'date', date: input, utcMidnight }
    }
  }
  const time = typeof input === 'number' ? input : input instanceof Date ? input.getTime() : Date.parse(input)
  if (Number.isSafeInteger(Math.trunc(time)) && Math.abs(time) <= 8.64e15) {
    return { kind: 'instant', time: Math.trunc(time) }
  }
  throw new InvalidParameterError(parameter, 'ms UTC, a Date, an ISO time or YYYY-MM-DD', input)
}

/** The first instant that can belong to the range, in any zone. */
export function earliestStart(bound: Bound): number {
  return bound.kind === 'instant' ? bound.time : bound.utcMidnight - earliestZoneMs
}

/** The instant after the last that can belong to the range, in any zone. */
export function latestEnd(bound: Bound): number {
  return bound.kind === 'instant' ? bound.time : bound.utcMidnight + dayMs + latestZoneMs
}

/**
 * Refuses a range that ends before it starts.
 *
 * @throws {BadRequestError} `start` is not before `end`
 */
export function assertForward(start: Bound, end: Bound): void {
  const reversed =
    start.kind === 'date' && end.kind === 'date'
      ? start.date > end.date
      : earliestStart(start) >= latestEnd(end)
  if (reversed) {
    throw new BadRequestError(`"start" (${show(start)}) must be before "end" (${show(end)}). Swap them.`, {
      parameter: 'start',
    })
  }
}

/**
 * A range as instants, dates widened to hold them in any zone; everything up to now where nothing is said.
 *
 * @throws {BadRequestError} an end is not a time, or they are reversed
 */
export function readRange(
  options: { start?: TimeInput | undefined; end?: TimeInput | undefined },
  now: number,
): { start: number; end: number } {
  const start = options.start === undefined ? undefined : readBound('start', options.start)
  const end: Bound =
    options.end === undefined ? { kind: 'instant', time: now } : readBound('end', options.end)
  if (start) assertForward(start, end)
  return { start: start ? earliestStart(start) : 0, end: latestEnd(end) }
}

/** Keeps the bars of the range, dates read in the series' own zone: daily bars by their date, others by midnight there. */
export function trimToRange<mode extends NumericMode>(
  series: BarSeries<mode>,
  isDaily: boolean,
  start: Bound | undefined,
  end: Bound | undefined,
): BarSeries<mode> {
  const { time, timeZone } = series
  let from = 0
  let to = series.length
  if (start?.kind === 'instant') from = lowerBound(time, start.time)
  if (end?.kind === 'instant') to = lowerBound(time, end.time)
  if (start?.kind === 'date') {
    if (isDaily) while (from < to && dateInZone(time[from] ?? 0, timeZone) < start.date) from++
    else from = lowerBound(time, zonedToUtc(start.utcMidnight, timeZone))
  }
  if (end?.kind === 'date') {
    if (isDaily) while (to > from && dateInZone(time[to - 1] ?? 0, timeZone) > end.date) to--
    else to = lowerBound(time, zonedToUtc(end.utcMidnight + dayMs, timeZone))
  }
  return from === 0 && to === series.length ? series : series.slice(from, Math.max(from, to))
}

/** Index of the first time that is not before `at`. */
export function lowerBound(time: Float64Array, at: number): number {
  let low = 0
  let high = time.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((time[middle] ?? Number.POSITIVE_INFINITY) < at) low = middle + 1
    else high = middle
  }
  return low
}

function show(bound: Bound): string {
  return bound.kind === 'date' ? bound.date : new Date(bound.time).toISOString()
}

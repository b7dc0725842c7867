import { type BarSeries, type NumericMode, parseInterval } from '../market/index.ts'
import { type BarsQuery, joinBars, type Provider } from '../provider/index.ts'
import { lowerBound } from './time-range.ts'

/** `start` inclusive, `end` exclusive, ms UTC. */
export type Range = { start: number; end: number }

/** A range that is being fetched, and when it was asked for. */
type Coming = Range & { now: number }

/** Bars known to be all there are in a range. */
export type Stretch = Range & { series: BarSeries<NumericMode> }

/** `settled`: no bar of it is expected to change. */
type Kept = Stretch & { expiresAt: number; settled: boolean }

const dayMs = 86_400_000
// Vendors correct history, and a split restates all of it.
const finalAgeMs = 3_600_000
const shortestTailAgeMs = 1_000
const longestTailAgeMs = 15_000

/**
 * Remembers bars by range, so that only missing stretches are fetched. Bars that may still change (the forming one, and
 * those so fresh that a vendor may yet correct them) are kept for seconds, the others for an hour. Bounded: what was
 * used least recently is forgotten first. It keeps copies, so that a caller may do what it likes with its columns.
 */
export class BarCache {
  readonly #maxBars: number
  readonly #series = new Map<string, Kept[]>()
  readonly #coming = new Map<string, Coming[]>()
  #size = 0

  constructor(maxBars = 500_000) {
    this.#maxBars = maxBars
  }

  /** What is known of a range, in order; only what cannot change any more where it must be fresh. */
  read(key: string, range: Range, now: number, isFresh: boolean): Stretch[] {
    const kept = this.#series.get(key)
    if (!kept) return []
    // Moves the key to the end, which makes the map a list by last use.
    this.#series.delete(key)
    this.#series.set(key, kept)
    return kept
      .filter((one) => one.settled || !isFresh)
      .filter((one) => one.expiresAt > now && one.start < range.end && one.end > range.start)
      .map((one) => clip(one, range))
      .map((one) => ({ ...one, series: copy(one.series) }))
  }

  /** Remembers a provider's whole answer to a range. */
  write(
    key: string,
    asked: Range,
    series: BarSeries<NumericMode>,
    query: BarsQuery,
    provider: Provider,
  ): void {
    const { now } = query
    const interval = parseInterval(query.interval)
    const first = series.time[0] ?? asked.start
    const last = series.time.at(-1) ?? asked.start
    // A provider that answers more than was asked has told about that time too.
    const start = Math.min(asked.start, first)
    const end = Math.max(asked.end, last + 1)
    const settling = interval.isDaily ? Math.max(dayMs, interval.ms / 20) : Math.max(interval.ms, 60_000)
    const delay = provider.delayedMs ?? 0
    const newestSettled = now - interval.ms - settling - delay
    // Silence after the last bar may be a market that is closed, or a vendor that is late: for a day nobody knows.
    const silence = Math.max(last + 1, newestSettled - dayMs)
    const cutoff = Math.min(end, Math.max(start, Math.min(newestSettled, silence)))
    const whole = { start, end, series: copy(series) }
    const tailAge = interval.isDaily ? longestTailAgeMs : interval.ms / 10
    const tailAgeMs = Math.min(longestTailAgeMs, Math.max(shortestTailAgeMs, tailAge))
    // The forming bar must not outlive its own end: it would pass for closed.
    const barOver = interval.isDaily
      ? Number.POSITIVE_INFINITY
      : (Math.floor(now / interval.ms) + 1) * interval.ms
    const expiresAt = Math.min(now + tailAgeMs, barOver)
    this.#put(
      key,
      { ...clip(whole, { start, end: cutoff }), expiresAt: now + finalAgeMs, settled: true },
      now,
    )
    this.#put(key, { ...clip(whole, { start: cutoff, end }), expiresAt, settled: false }, now)
    this.#evict()
  }

  /** Ranges being fetched. */
  coming(key: string): readonly Coming[] {
    return this.#coming.get(key) ?? []
  }

  /** Announces that a range is being fetched; call the answer when that is over. */
  announce(key: string, range: Coming): () => void {
    this.#coming.set(key, [...this.coming(key), range])
    return () => {
      const rest = this.coming(key).filter((one) => one !== range)
      if (rest.length > 0) this.#coming.set(key, rest)
      else this.#coming.delete(key)
    }
  }

  #forget(key: string): void {
    for (const { series } of this.#series.get(key) ?? []) this.#size -= series.length
    this.#series.delete(key)
  }

  #put(key: string, added: Kept, now: number): void {
    if (added.start >= added.end) return
    const others = (this.#series.get(key) ?? []).filter((one) => one.expiresAt > now)
    const around = others.flatMap((one) => {
      const before = clip(one, { start: one.start, end: Math.min(one.end, added.start) })
      const after = clip(one, { start: Math.max(one.start, added.end), end: one.end })
      return [before, after].flatMap((part) => {
        return part.start < part.end ? [part] : []
      })
    })
    this.#forget(key)
    const kept = merged([...around, added].sort((a, b) => a.start - b.start))
    this.#series.set(key, kept)
    for (const { series } of kept) this.#size += series.length
  }

  #evict(): void {
    for (const key of this.#series.keys()) {
      if (this.#size <= this.#maxBars) return
      this.#forget(key)
    }
  }
}

/** The parts of a range that the stretches, which are in order, leave open. */
export function missingFrom(range: Range, known: readonly Range[]): Range[] {
  const missing: Range[] = []
  let start = range.start
  for (const one of known) {
    if (one.start > start) missing.push({ start, end: Math.min(one.start, range.end) })
    start = Math.max(start, one.end)
  }
  if (start < range.end) missing.push({ start, end: range.end })
  return missing
}

/** Touching stretches of one age class become one; the sum is as old as its oldest part. */
function merged(stretches: readonly Kept[]): Kept[] {
  const result: Kept[] = []
  for (const one of stretches) {
    const previous = result.at(-1)
    if (!previous || previous.end !== one.start || !previous.settled || !one.settled) {
      result.push(one)
      continue
    }
    const series = joinBars([previous.series, one.series]).with({ source: one.series.source })
    const expiresAt = Math.min(previous.expiresAt, one.expiresAt)
    result[result.length - 1] = { ...one, start: previous.start, series, expiresAt }
  }
  return result
}

/** The part of a stretch that lies in a range, with what is known about that part. */
export function clip<stretch extends Stretch>(stretch: stretch, range: Range): stretch {
  const start = Math.max(stretch.start, range.start)
  const end = Math.max(start, Math.min(stretch.end, range.end))
  const { time } = stretch.series
  const from = lowerBound(time, start)
  const to = lowerBound(time, end)
  const isWhole = from === 0 && to === time.length
  const inRange = ({ time: at }: { time?: number }) => at === undefined || (at >= start && at < end)
  const series = isWhole
    ? stretch.series
    : stretch.series.slice(from, to).with({
        issues: stretch.series.issues.filter(inRange),
        gaps: stretch.series.gaps.filter((gap) => gap.from < end && gap.to > start),
      })
  return { ...stretch, start, end, series }
}

// Joining more than one part copies the columns.
function copy(series: BarSeries<NumericMode>): BarSeries<NumericMode> {
  return joinBars([series.slice(0, 0), series, series.slice(series.length)])
}

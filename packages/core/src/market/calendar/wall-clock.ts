import { offsetInZone, zonedToUtc } from '../time-zone.ts'

const dayMs = 86_400_000
const quarterMs = 900_000

const hourMs = 3_600_000

/** The wall clock of one zone. Each date's offset is looked up once: asking the runtime for every bar is slow. */
export class WallClock {
  readonly timeZone: string
  readonly #offsets = new Map<number, number>()
  #quarter = Number.NaN
  #quarterOffset = 0

  constructor(timeZone: string) {
    this.timeZone = timeZone
  }

  /** @param localMs - The wall clock's reading as if it were UTC. */
  toUtc(localMs: number): number {
    if (this.timeZone === 'UTC') return localMs
    const offset = this.#offsetOf(Math.floor(localMs / dayMs))
    return Number.isNaN(offset) ? zonedToUtc(localMs, this.timeZone) : localMs - offset
  }

  /** What the wall clock shows at an instant, as if it were UTC. */
  toWall(time: number): number {
    return time + this.#offsetAt(time)
  }

  /** The instant within the last hour at which the clock was set; `-Infinity` where it was not. */
  setWithinHour(time: number): number {
    if (!Number.isNaN(this.#offsetOf(Math.floor(time / dayMs)))) return Number.NEGATIVE_INFINITY
    const offset = this.#offsetAt(time)
    const now = Math.floor(time / quarterMs) * quarterMs
    for (let quarter = now; quarter > time - hourMs; quarter -= quarterMs) {
      if (offsetInZone(quarter - quarterMs, this.timeZone) !== offset) return quarter
    }
    return Number.NEGATIVE_INFINITY
  }

  #offsetAt(time: number): number {
    const offset = this.#offsetOf(Math.floor(time / dayMs))
    if (!Number.isNaN(offset)) return offset
    // Offsets change on a full quarter of an hour of UTC, not on the hour: some zones are half an hour off the others.
    const quarter = Math.floor(time / quarterMs)
    if (quarter !== this.#quarter) {
      this.#quarter = quarter
      this.#quarterOffset = offsetInZone(quarter * quarterMs, this.timeZone)
    }
    return this.#quarterOffset
  }

  /** The one offset of all that may be called this day, here or in UTC; NaN where the clock is set meanwhile. */
  #offsetOf(day: number): number {
    let offset = this.#offsets.get(day)
    if (offset === undefined) {
      // No zone is further than 14 hours from UTC: this span surely holds the whole local day.
      const before = offsetInZone(day * dayMs - 14 * hourMs, this.timeZone)
      const after = offsetInZone((day + 1) * dayMs + 14 * hourMs, this.timeZone)
      offset = before === after ? before : Number.NaN
      this.#offsets.set(day, offset)
    }
    return offset
  }
}

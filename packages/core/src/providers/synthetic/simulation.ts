import { Bridge } from './bridge.ts'
import type { Listing } from './listing.ts'
import { Noise } from './noise.ts'
import { type Session, type Sessions, sessionsOf } from './sessions.ts'

/** Minutes of one session as columns, prices as traded on that day. */
export type DayBars = {
  open: number
  minutes: number
  /** `minutes + 1` prices: minute i runs from i to i + 1. */
  edges: Float64Array
  high: Float64Array
  low: Float64Array
  volume: Float64Array
}

/** One bar; `volume` is exact in binary, so that sums do not depend on their order. */
export type SimulatedBar = { open: number; high: number; low: number; close: number; volume: number }

/** A stretch of the walk: levels as logarithms of the price, and how much it moves in between. */
type Stretch = { from: number; to: number; variance: number }

/** Days of the whole walk: from 1970 for about 90 years of coins, 125 of shares. */
const span = 32_768
const anchorTime = Date.UTC(2026, 0, 2)
const minutesKept = 48
const daysKept = 20_000

/** The made-up life of one instrument: every day and minute of it can be computed alone. */
export class Simulation {
  readonly listing: Listing
  readonly sessions: Sessions
  readonly noise: Noise
  /** Smallest step of a volume. */
  readonly unit: number
  readonly #bridge: Bridge
  readonly #scale: number
  readonly #level: number
  readonly #dailyDrift: number
  readonly #kept = new Map<number, DayBars>()
  readonly #keptDays = new Map<number, SimulatedBar>()
  #splits: readonly { day: number; ratio: number }[] | undefined

  constructor(listing: Listing, seed: string) {
    this.listing = listing
    this.sessions = sessionsOf(listing.instrument.assetClass)
    this.noise = new Noise(`${seed} ${listing.instrument.id}`)
    this.#bridge = new Bridge(this.noise)
    this.unit = listing.instrument.assetClass === 'crypto' && listing.price > 10 ? 0.125 : 1
    this.#scale = 10 ** listing.decimals
    this.#dailyDrift = listing.drift / (this.sessions.closesOvernight ? 252 : 365)
    const anchor = this.sessions.dayAt(anchorTime)
    this.#level = Math.log(listing.price) - this.#walk(anchor).from - anchor * this.#dailyDrift
  }

  /** Splits so far, oldest first: the first day of the new shares, and how many new ones for an old one. */
  get splits(): readonly { day: number; ratio: number }[] {
    this.#splits ??= this.#drawSplits()
    return this.#splits
  }

  /** The close of a day as traded then; the level that it would have had on a holiday. */
  close(day: number): number {
    return this.#price(this.#stretch(day).to, this.#sharesFactor(day))
  }

  /** The bar of a whole session; `undefined` on a holiday. */
  dayBar(day: number): SimulatedBar | undefined {
    let bar = this.#keptDays.get(day)
    if (bar) return bar
    const minutes = this.day(day)
    if (!minutes) return undefined
    bar = sumMinutes(minutes, 0, minutes.minutes)
    if (this.#keptDays.size >= daysKept) this.#keptDays.clear()
    this.#keptDays.set(day, bar)
    return bar
  }

  /** The minutes of a session; `undefined` on a holiday. */
  day(day: number): DayBars | undefined {
    const kept = this.#kept.get(day)
    if (kept) return kept
    const session = this.sessions.session(day)
    if (!session) return undefined
    const bars = this.#simulate(day, session)
    if (this.#kept.size >= minutesKept) this.#kept.delete(this.#kept.keys().next().value ?? day)
    this.#kept.set(day, bars)
    return bars
  }

  roundPrice(price: number): number {
    return Math.round(price * this.#scale) / this.#scale
  }

  #simulate(day: number, { open, minutes }: Session): DayBars {
    const { noise, sessions, listing, unit } = this
    const factor = this.#sharesFactor(day)
    let { from: begin, to: end, variance } = this.#stretch(day)
    if (sessions.closesOvernight) {
      this.#bridge.halve(begin, end, variance, day, 1, 0.16, 0.5)
      begin = this.#bridge.middle
      variance = this.#bridge.second
    }
    const shape = shapeOf(minutes, sessions.closesOvernight)
    const path = {
      bridge: this.#bridge,
      day,
      shape,
      levels: new Float64Array(minutes + 1),
      variances: new Float64Array(minutes),
    }
    const { levels, variances } = path
    levels[0] = begin
    levels[minutes] = end
    fillPath(path, 0, minutes, variance, 1)

    const edges = levels.map((level) => this.#price(level, factor))
    const high = new Float64Array(minutes)
    const low = new Float64Array(minutes)
    const volume = new Float64Array(minutes)
    const activity = Math.sqrt(variance) / listing.volatility
    const usual =
      (listing.volume * (0.45 + 0.55 * Math.min(activity, 4)) * (0.85 + 0.3 * noise.uniform(day, 7))) / unit
    for (let i = 0; i < minutes; i++) {
      const from = edges[i] as number
      const to = edges[i + 1] as number
      const deviation = Math.sqrt(variances[i] as number)
      const place = day * 1440 + i
      high[i] = this.roundPrice(
        Math.max(from, to) * (1 + deviation * 0.55 * Math.abs(noise.gaussian(place, 11))),
      )
      low[i] = this.roundPrice(
        Math.min(from, to) * (1 - deviation * 0.55 * Math.abs(noise.gaussian(place, 12))),
      )
      const move = Math.abs((levels[i + 1] as number) - (levels[i] as number)) / (deviation || 1)
      const share = (shape[i + 1] as number) - (shape[i] as number)
      const drawn =
        usual * share * (0.35 + 0.35 * Math.abs(noise.gaussian(place, 13)) + 0.45 * Math.min(move, 3))
      volume[i] = Math.max(24, Math.round(drawn)) * unit
    }
    return { open, minutes, edges, high, low, volume }
  }

  /** From the close before to the close of the day, drift included. */
  #stretch(day: number): Stretch {
    const { from, to, variance } = this.#walk(day)
    const base = this.#level + day * this.#dailyDrift
    return { from: base + from, to: base + this.#dailyDrift + to, variance }
  }

  #walk(day: number): Stretch {
    const bridge = this.#bridge
    let [from, to, variance] = [0, 0, span * this.listing.volatility ** 2]
    let low = 0
    let high = span
    for (let node = 1; high - low > 1; ) {
      const middle = (low + high) >> 1
      // Decades differ less from each other than weeks.
      bridge.halve(from, to, variance, node, 21, 0.5, high - low > 2048 ? 0.15 : 0.5)
      if (day < middle) {
        to = bridge.middle
        variance = bridge.first
        high = middle
        node = node * 2
      } else {
        from = bridge.middle
        variance = bridge.second
        low = middle
        node = node * 2 + 1
      }
    }
    return { from, to, variance }
  }

  #price(level: number, factor: number): number {
    return Math.max(1, Math.round(Math.exp(level) * factor * this.#scale)) / this.#scale
  }

  /** Shares of today that one share of that day has become. */
  #sharesFactor(day: number): number {
    let factor = 1
    for (const split of this.splits) if (split.day > day) factor *= split.ratio
    return factor
  }

  #drawSplits() {
    const { noise, sessions, listing } = this
    if (!sessions.closesOvernight || listing.sector === null || listing.sector === 'Funds') return []
    const splits: { day: number; ratio: number }[] = []
    for (let year = 2000; year < 2025; year++) {
      if (noise.uniform(year, 31) > 0.07) continue
      let day = sessions.dayAt(Date.UTC(year, 0, 10 + Math.floor(noise.uniform(year, 32) * 340)))
      while (!sessions.session(day)) day++
      splits.push({ day, ratio: [2, 2, 3, 4][Math.floor(noise.uniform(year, 33) * 4)] ?? 2 })
    }
    return splits
  }
}

/** The bar of minutes `from` to `to`, the latter excluded. */
export function sumMinutes(bars: DayBars, from: number, to: number): SimulatedBar {
  let high = Number.NEGATIVE_INFINITY
  let low = Number.POSITIVE_INFINITY
  let volume = 0
  for (let i = from; i < to; i++) {
    high = Math.max(high, bars.high[i] as number)
    low = Math.min(low, bars.low[i] as number)
    volume += bars.volume[i] as number
  }
  return { open: bars.edges[from] as number, high, low, close: bars.edges[to] as number, volume }
}

type Path = {
  bridge: Bridge
  day: number
  shape: Float64Array
  levels: Float64Array
  variances: Float64Array
}

/** Levels between two known ones, and the variance of each minute. */
function fillPath(path: Path, low: number, high: number, variance: number, node: number): void {
  const { bridge, day, shape, levels, variances } = path
  if (high - low === 1) {
    variances[low] = variance
    return
  }
  const middle = (low + high) >> 1
  const begin = shape[low] as number
  const share = ((shape[middle] as number) - begin) / ((shape[high] as number) - begin)
  bridge.halve(levels[low] as number, levels[high] as number, variance, day * 4096 + node, 41, share, 0.4)
  levels[middle] = bridge.middle
  const { first, second } = bridge
  fillPath(path, low, middle, first, node * 2)
  fillPath(path, middle, high, second, node * 2 + 1)
}

const shapes = new Map<string, Float64Array>()

/** How much of a day's trading is done by each minute, cumulated to 1: busy at the open and the close of a session. */
function shapeOf(minutes: number, closesOvernight: boolean): Float64Array {
  const key = `${minutes} ${closesOvernight}`
  let shape = shapes.get(key)
  if (!shape) {
    shape = new Float64Array(minutes + 1)
    for (let i = 0; i < minutes; i++) {
      const fromNoon = ((2 * i + 1) / minutes - 1) ** 2
      // Around the clock the busy hours are those of Europe and America.
      const hour = (i / 60 - 15) / 12
      const weight = closesOvernight
        ? 0.55 + 0.6 * fromNoon + 2.2 * fromNoon ** 6
        : 1.35 - 0.7 * Math.min(1, hour * hour)
      shape[i + 1] = (shape[i] as number) + weight
    }
    const total = shape[minutes] as number
    for (let i = 0; i <= minutes; i++) shape[i] = (shape[i] as number) / total
    shapes.set(key, shape)
  }
  return shape
}

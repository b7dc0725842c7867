import type { Clock } from '../../http/clock.ts'
import { type Bar, dateInZone, type Interval, parseInterval } from '../../market/index.ts'
import { joinShorterBars } from '../../market/join-shorter-bars.ts'
import type { StreamEvent } from '../../provider/index.ts'
import { BarSequence } from '../../stream/bar-sequence.ts'
import type { ConnectionState } from '../../stream/subscription.ts'
import type { WatchRoute } from './watch.ts'

export type JoinedBarsOptions = {
  clock: Clock
  interval: Interval
  /** Open of the bar that forms now, ms UTC. */
  since: number
  /** The shorter bars of a route from an open time on, oldest first, the forming one included. */
  history(route: WatchRoute, from: number, signal: AbortSignal): Promise<readonly Bar[]>
  onBar(bar: Bar): void
  /** Shorter bars are missing: what they make up is in history alone. */
  onLoss(): void
}

/** Where history did not answer, it is asked again after so long. */
const retryMs = 5_000

/**
 * Bars joined of a feed of shorter ones, for an interval that the venue does not stream itself. The shorter ones are a
 * {@link BarSequence} of their own that begins where the forming bar does: what was before the feed comes from history.
 */
export class JoinedBars {
  readonly #options: JoinedBarsOptions
  readonly #intervalMs: number
  readonly #isDaily: boolean
  #sequence: BarSequence | undefined
  /** The shorter bars of the bar that forms, in order. */
  #parts: Bar[] = []
  /** Whether the bar that they make up was told as over. */
  #isClosed = false
  #isLive = false
  #cancelRetry = () => {}

  constructor(options: JoinedBarsOptions) {
    this.#options = options
    const { ms, isDaily } = parseInterval(options.interval)
    this.#intervalMs = ms
    this.#isDaily = isDaily
  }

  event(event: StreamEvent, route: WatchRoute): void {
    const sequence = this.#sequenceOf(route)
    if (event.type === 'bar') sequence.receive(event.bar)
    else if (event.type === 'gap') void sequence.resume()
  }

  state(state: ConnectionState, route: WatchRoute): void {
    const sequence = this.#sequenceOf(route)
    if (state === 'live' && !this.#isLive) void sequence.resume()
    else if (state === 'reconnecting') sequence.interrupt()
    else return
    this.#isLive = state === 'live'
  }

  stop(): void {
    this.#cancelRetry()
    this.#sequence?.stop()
  }

  #sequenceOf(route: WatchRoute): BarSequence {
    this.#sequence ??= this.#begin(route, this.#options.since)
    return this.#sequence
  }

  /** Nothing is told before history has said what the forming bar began with. */
  #begin(route: WatchRoute, since: number): BarSequence {
    const { clock, history } = this.#options
    const { interval = this.#options.interval } = route.topic
    this.#parts = []
    const sequence = new BarSequence({
      clock,
      interval,
      since,
      history: (from, signal) => history(route, from, signal),
      // One that was given up still says what it held back.
      onBar: (bar) => this.#sequence === sequence && this.#add(bar, parseInterval(interval).ms),
      onGap: () => this.#lose(route),
    })
    sequence.interrupt()
    return sequence
  }

  #add(part: Bar, partMs: number): void {
    const open = this.#openOf(part.time)
    const [first] = this.#parts
    if (first && this.#openOf(first.time) < open) {
      if (!this.#isClosed) this.#tell(true)
      this.#parts = []
    }
    if (this.#parts.at(-1)?.time === part.time) this.#parts.pop()
    this.#parts.push(part)
    this.#tell(part.closed && part.time + partMs >= open + this.#intervalMs)
  }

  #tell(closed: boolean): void {
    const [first] = this.#parts
    if (!first) return
    this.#isClosed = closed
    const time = this.#openOf(first.time)
    const bar: Bar = { ...joinShorterBars(this.#parts), time, closed }
    if (this.#isDaily) bar.date = dateInZone(time, 'UTC')
    this.#options.onBar(bar)
  }

  /** Shorter bars are missing that nobody has: what they make up is in history, which is asked until it answers. */
  #lose(route: WatchRoute): void {
    const { clock } = this.#options
    this.#sequence?.stop()
    const sequence = this.#begin(route, this.#openOf(clock.now()))
    this.#sequence = sequence
    this.#options.onLoss()
    this.#cancelRetry()
    this.#cancelRetry = clock.schedule(retryMs, () => {
      if (this.#isLive) void sequence.resume()
    })
  }

  #openOf(time: number): number {
    return Math.floor(time / this.#intervalMs) * this.#intervalMs
  }
}

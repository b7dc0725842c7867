import { type Bar, dateInZone, type Interval, parseInterval, type Trade } from '../../market/index.ts'
import { TradeBucket } from '../../market/trade-bucket.ts'
import type { StreamEvent } from '../../provider/index.ts'
import type { ConnectionState } from '../../stream/subscription.ts'
import type { Engine } from '../engine.ts'
import { TradeFeed } from './trade-feed.ts'
import type { WatchRoute } from './watch.ts'

export type BuiltBarsOptions = {
  engine: Engine
  interval: Interval
  /** Open of the bar that forms now, ms UTC. */
  since: number
  onBar(bar: Bar): void
  /** Trades are missing: what bars they make is in history alone. */
  onLoss(): void
}

/** A trade may be on its way this long after its bar has ended. */
const closeLagMs = 1_000

/** Bars of a feed of trades, for an interval of up to a day that the venue does not stream itself. The market never closes. */
export class BuiltBars {
  readonly #options: BuiltBarsOptions
  readonly #intervalMs: number
  readonly #isDaily: boolean
  readonly #trades: TradeFeed
  #forming: TradeBucket | undefined
  /** Bars that open before have lost trades: history alone knows them. */
  #wholeFrom: number
  #cancelClose = () => {}

  constructor(options: BuiltBarsOptions) {
    const { engine, interval, since } = options
    const { ms, isDaily } = parseInterval(interval)
    this.#options = options
    this.#intervalMs = ms
    this.#isDaily = isDaily
    this.#wholeFrom = since
    this.#trades = new TradeFeed({
      engine,
      since,
      fromTheStart: true,
      onTrade: (trade) => trade.time >= this.#wholeFrom && this.#add(trade),
      onGap: () => {
        this.#forming = undefined
        const { now } = engine.clock
        this.#wholeFrom = Math.floor(now() / this.#intervalMs + 1) * this.#intervalMs
        options.onLoss()
      },
    })
    this.#closeInTime()
  }

  event(event: StreamEvent, route: WatchRoute): void {
    this.#trades.event(event, route)
  }

  state(state: ConnectionState, route: WatchRoute): void {
    this.#trades.state(state, route)
  }

  stop(): void {
    this.#cancelClose()
    this.#trades.stop()
  }

  /** A straggler of a bar that is over comes too late for it. */
  #add(trade: Trade): void {
    const open = Math.floor(trade.time / this.#intervalMs) * this.#intervalMs
    if (this.#forming && open < this.#forming.open) return
    if (open !== this.#forming?.open) {
      this.#close(open)
      this.#forming = this.#bucketAt(open)
    }
    this.#forming.add(trade)
    this.#tell(this.#forming)
  }

  #bucketAt(open: number): TradeBucket {
    const to = open + this.#intervalMs
    const date = this.#isDaily ? dateInZone(open, 'UTC') : undefined
    return new TradeBucket(
      { open, from: open, to, closesAt: to, date },
      { isCorrectable: false, carried: undefined },
    )
  }

  #close(until: number): void {
    const bucket = this.#forming
    if (!bucket || bucket.isClosed || bucket.closesAt > until) return
    bucket.isClosed = true
    this.#tell(bucket)
  }

  #tell(bucket: TradeBucket): void {
    const bar = bucket.bar()
    if (bar) this.#options.onBar(bar)
  }

  #closeInTime(): void {
    const { clock } = this.#options.engine
    const now = clock.now() - closeLagMs
    const end = Math.floor(now / this.#intervalMs + 1) * this.#intervalMs
    this.#cancelClose = clock.schedule(end - now, () => {
      this.#close(end)
      this.#closeInTime()
    })
  }
}

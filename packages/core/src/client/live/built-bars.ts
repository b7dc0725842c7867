import {
  type Bar,
  type BarBuilder,
  createBarBuilder,
  type Interval,
  parseInterval,
} from '../../market/index.ts'
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

/** Bars of a feed of trades, for an interval that the venue does not stream itself. The market never closes. */
export class BuiltBars {
  readonly #options: BuiltBarsOptions
  readonly #intervalMs: number
  readonly #trades: TradeFeed
  #builder: BarBuilder
  /** Bars that open before have lost trades: history alone knows them. */
  #wholeFrom: number
  #cancelClose = () => {}

  constructor(options: BuiltBarsOptions) {
    const { engine, interval, since } = options
    this.#options = options
    this.#intervalMs = parseInterval(interval).ms
    this.#builder = createBarBuilder({ interval })
    this.#wholeFrom = since
    this.#trades = new TradeFeed({
      engine,
      since,
      fromTheStart: true,
      onTrade: (trade) => {
        if (trade.time >= this.#wholeFrom) this.#tell(this.#builder.push(trade))
      },
      onGap: () => {
        this.#builder = createBarBuilder({ interval })
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

  #tell(bars: readonly Bar[]): void {
    for (const bar of bars) this.#options.onBar(bar)
  }

  #closeInTime(): void {
    const { clock } = this.#options.engine
    const now = clock.now() - closeLagMs
    const end = Math.floor(now / this.#intervalMs + 1) * this.#intervalMs
    this.#cancelClose = clock.schedule(end - now, () => {
      this.#tell(this.#builder.advance(end))
      this.#closeInTime()
    })
  }
}

import type { Trade } from '../../market/index.ts'
import type { StreamEvent } from '../../provider/index.ts'
import { CountedTrades } from '../../stream/counted-trades.ts'
import { KeyedTrades } from '../../stream/keyed-trades.ts'
import type { ConnectionState, StreamGap } from '../../stream/subscription.ts'
import type { TradeSequence } from '../../stream/trade-sequence.ts'
import type { Engine } from '../engine.ts'
import { tradesBetween } from './trades-between.ts'
import type { WatchRoute } from './watch.ts'

export type TradeFeedOptions = {
  engine: Engine
  /** Where the trades begin, ms UTC. */
  since: number
  /** What was traded between `since` and now is fetched as well. @default false */
  fromTheStart?: boolean
  onTrade(trade: Trade): void
  onGap(gap: StreamGap): void
}

/** Makes one sequence of trades of what the routes of a topic say, one route after the other. */
export class TradeFeed {
  readonly #options: TradeFeedOptions
  #route: WatchRoute | undefined
  #sequence: TradeSequence | undefined
  #lastTime: number
  #isBroken: boolean
  #wasLive = false

  constructor(options: TradeFeedOptions) {
    this.#options = options
    this.#lastTime = options.since
    this.#isBroken = options.fromTheStart ?? false
  }

  event(event: StreamEvent, route: WatchRoute): void {
    if (event.type === 'trade') {
      const sequence = this.#sequenceOf(route)
      if (sequence) sequence.receive(event.trade)
      else this.#options.onTrade(event.trade)
    } else if (event.type === 'gap') {
      const sequence = this.#sequenceOf(route)
      if (sequence) void sequence.resume()
      else this.#options.onGap({ from: null, to: this.#options.engine.clock.now(), reason: event.reason })
    }
  }

  state(state: ConnectionState, route: WatchRoute): void {
    const isOther = this.#route !== undefined && this.#route !== route
    const sequence = this.#sequenceOf(route)
    if (isOther || this.#isBroken || (state === 'reconnecting' && this.#wasLive)) {
      this.#isBroken = true
      sequence?.interrupt()
    }
    if (state !== 'live') return
    this.#wasLive = true
    if (this.#isBroken) void sequence?.resume()
    this.#isBroken = false
  }

  stop(): void {
    this.#sequence?.stop()
  }

  /** The sequence of a route; `undefined` where the provider sees to it by itself. */
  #sequenceOf(route: WatchRoute): TradeSequence | undefined {
    if (this.#route === route) return this.#sequence
    // Another venue counts and names its trades in its own way.
    this.#sequence?.stop()
    const isFirst = this.#route === undefined
    this.#route = route
    const { stream } = route.provider
    const isSocket = stream?.kind === 'socket'
    if (!isSocket || stream.resumes) {
      this.#sequence = undefined
      return undefined
    }
    const { engine, onTrade, onGap } = this.#options
    const Sequence = stream.complete?.includes('trades') ? CountedTrades : KeyedTrades
    this.#sequence = new Sequence({
      clock: engine.clock,
      since: isFirst ? this.#lastTime : this.#lastTime + 1,
      history: (from, to, signal) => tradesBetween(engine, route, from, to, signal),
      onTrade: (trade) => {
        this.#lastTime = trade.time
        onTrade(trade)
      },
      onGap,
    })
    return this.#sequence
  }
}

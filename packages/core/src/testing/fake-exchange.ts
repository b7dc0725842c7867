import { type BarBuilder, createBarBuilder, crypto, type Interval, type Trade } from '../market/index.ts'

/** One trade of a made-up exchange; numbers as text, as exchanges send them. */
export type FakeTrade = { id: number; time: number; price: string; size: string; side: 'buy' | 'sell' }

export type FakeBookChange = { id: number; side: 'bids' | 'asks'; price: string; size: string }

export type FakeExchangeListener = {
  trade(trade: FakeTrade): void
  change(change: FakeBookChange): void
  /** A frame was lost on its way. */
  lost?(): void
}

type BuiltBar = ReturnType<BarBuilder['push']>[number]

const instrument = crypto('BTC', 'USD')

/**
 * A made-up crypto exchange with one pair: what truly happened there. Fakes of real venues tell of it in their own words, over
 * their sockets and their REST interfaces.
 */
export class FakeExchange {
  readonly trades: FakeTrade[] = []
  readonly #book = { bids: new Map<string, string>(), asks: new Map<string, string>() }
  readonly #bars = new Map<Interval, { builder: BarBuilder; bars: Map<number, BuiltBar>; trades: number }>()
  #updates = 1000
  #listener: FakeExchangeListener | undefined
  /** The next so many frames are lost on their way. */
  #lose = 0

  constructor() {
    for (let level = 0; level < 40; level++) {
      this.#book.bids.set((50_000 - level / 2).toFixed(1), (1 + level / 10).toFixed(8))
      this.#book.asks.set((50_000.5 + level / 2).toFixed(1), (2 + level / 10).toFixed(8))
    }
  }

  listen(listener: FakeExchangeListener): void {
    this.#listener = listener
  }

  trade(price: string, size: string, time = Date.now()): FakeTrade {
    const id = 700 + this.trades.length
    const trade = { id, time, price, size, side: id % 3 === 0 ? ('sell' as const) : ('buy' as const) }
    this.trades.push(trade)
    if (!this.#isLost()) this.#listener?.trade(trade)
    return trade
  }

  setLevel(side: 'bids' | 'asks', price: string, size: string): void {
    if (Number(size) === 0) this.#book[side].delete(price)
    else this.#book[side].set(price, size)
    const change = { id: ++this.#updates, side, price, size }
    if (!this.#isLost()) this.#listener?.change(change)
  }

  /** The next so many trades and changes happen, and nobody is told. */
  loseNext(count: number): void {
    this.#lose = count
  }

  /** Levels of a side, best first. */
  levels(side: 'bids' | 'asks', depth = 1000): [price: string, size: string][] {
    const direction = side === 'asks' ? 1 : -1
    return [...this.#book[side]].sort(([a], [b]) => (Number(a) - Number(b)) * direction).slice(0, depth)
  }

  get updates(): number {
    return this.#updates
  }

  tradesBetween(from: number, to: number): FakeTrade[] {
    return this.trades.filter(({ time }) => time >= from && time < to)
  }

  /** Bars of the trades, the last one forming. Each trade is added once: an exchange may run as long as all tests do. */
  bars(interval: Interval): BuiltBar[] {
    const kept = this.#bars.get(interval) ?? {
      builder: createBarBuilder({ interval, carry: true }),
      bars: new Map<number, BuiltBar>(),
      trades: 0,
    }
    this.#bars.set(interval, kept)
    for (const trade of this.trades.slice(kept.trades)) {
      for (const bar of kept.builder.push(toTrade(trade))) kept.bars.set(bar.time, bar)
    }
    kept.trades = this.trades.length
    return [...kept.bars.values()]
  }

  #isLost(): boolean {
    if (this.#lose === 0) return false
    this.#lose--
    this.#listener?.lost?.()
    return true
  }
}

function toTrade({ id, time, price, size }: FakeTrade): Trade {
  return { instrument, time, price: Number(price), size: Number(size), sequence: id }
}

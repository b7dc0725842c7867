import type { Trade } from '../market/index.ts'
import { gapReason } from './counted-trades.ts'
import { type FillStep, persist } from './persist.ts'
import { ToldTrades, TradeNamer } from './trade-keys.ts'
import { maxHeldTrades, noHistory, type TradeSequence, type TradeSequenceOptions } from './trade-sequence.ts'

/** An answer that does not reach the live trades may be late, or nothing was traded in between: it is asked again so often. */
const maxLateAnswers = 2

type Held = { name: string; trade: Trade }

/** Trades that are known by their ids, or else by what they say: what was told before is not told again. */
export class KeyedTrades implements TradeSequence {
  readonly #options: TradeSequenceOptions
  readonly #told = new ToldTrades()
  readonly #liveNames = new TradeNamer()
  #lastTime: number
  /** Live trades held back while history is asked: a stretch for each connection, with a hole before each of them. */
  #held: Held[][] | undefined
  #heldCount = 0
  #lateAnswers = 0
  #filling = new AbortController()

  constructor(options: TradeSequenceOptions) {
    this.#options = options
    this.#lastTime = options.since
  }

  receive(trade: Trade): void {
    const name = this.#liveNames.nameOf(trade)
    if (!this.#held) this.#tellOnce(name, trade)
    else {
      this.#held.at(-1)?.push({ name, trade })
      if (++this.#heldCount > maxHeldTrades) this.#giveUp('more came meanwhile than could be kept')
    }
  }

  interrupt(): void {
    this.#filling.abort()
    this.#filling = new AbortController()
    this.#held ??= []
    if (this.#held.at(-1)?.length !== 0) this.#held.push([])
  }

  async resume(): Promise<void> {
    this.interrupt()
    const { signal } = this.#filling
    this.#lateAnswers = 0
    const reason = await persist(this.#options.clock, signal, () => this.#step(signal))
    if (signal.aborted) return
    if (reason === undefined) this.#release()
    else this.#giveUp(reason)
  }

  stop(): void {
    this.interrupt()
    this.#held = [[]]
    this.#heldCount = 0
  }

  async #step(signal: AbortSignal): Promise<FillStep> {
    const first = this.#held?.[0]?.[0]
    const to = (first?.trade.time ?? this.#options.clock.now()) + 1
    const answer = this.#options.history(this.#lastTime, to, signal)
    if (!answer) {
      this.#giveUp(noHistory)
      return 'whole'
    }
    const trades = await answer
    if (signal.aborted) return 'whole'
    const names = new TradeNamer()
    let hasNew = false
    let reachesLive = false
    for (const trade of trades) {
      const name = names.nameOf(trade)
      if (name === first?.name) reachesLive = true
      if (this.#tellOnce(name, trade)) hasNew = true
    }
    if (reachesLive) return this.#closeHole()
    // An answer holds only so many: as long as something comes there may be more. And now it is known how far to ask.
    if (hasNew || this.#held?.[0]?.[0] !== first) return 'more'
    if (!first) return this.#closeHole()
    if (this.#lateAnswers++ < maxLateAnswers) return 'nothing'
    return this.#closeHole()
  }

  #tellOnce(name: string, trade: Trade): boolean {
    if (!this.#told.add(name, trade.time)) return false
    this.#lastTime = Math.max(this.#lastTime, trade.time)
    this.#options.onTrade(trade)
    return true
  }

  /** What is before the first stretch is there: the stretch follows, and then the next hole. */
  #closeHole(): FillStep {
    if (!this.#held || this.#held.length <= 1) return 'whole'
    this.#tellStretch(this.#held.shift() ?? [])
    this.#lateAnswers = 0
    return 'more'
  }

  #release(): void {
    const held = this.#held ?? []
    this.#held = undefined
    this.#heldCount = 0
    for (const stretch of held) this.#tellStretch(stretch)
  }

  #tellStretch(stretch: readonly Held[]): void {
    for (const { name, trade } of stretch) this.#tellOnce(name, trade)
  }

  /** Tells each hole that is left as a gap, and goes on behind it. */
  #giveUp(reason: string): void {
    this.#filling.abort()
    const held = this.#held ?? []
    this.#held = undefined
    this.#heldCount = 0
    for (const stretch of held) {
      const to = stretch[0]?.trade.time ?? this.#options.clock.now()
      this.#options.onGap({ from: this.#lastTime, to, reason: gapReason(reason) })
      this.#tellStretch(stretch)
    }
  }
}

import type { Trade } from '../market/index.ts'
import { type FillStep, persist } from './persist.ts'
import { maxHeldTrades, noHistory, type TradeSequence, type TradeSequenceOptions } from './trade-sequence.ts'

/** A number that is missing may only have been overtaken on its way. */
const overtakingMs = 100
/** A low number on a trade so much newer is no repetition. */
const renumberedMs = 60_000

/** Trades whose `sequence` counts up by one: a number that is left out is a loss, one that comes late has its place. */
export class CountedTrades implements TradeSequence {
  readonly #options: TradeSequenceOptions
  /** The number of the last trade that was told. */
  #last: number | undefined
  #lastTime: number
  /** Trades behind a hole, or not known to be without one, by number. */
  readonly #early = new Map<number, Trade>()
  /** While history is asked, even what follows directly waits: a break may hide a later hole. */
  #isHeld = false
  #filling = new AbortController()
  #cancelWait: (() => void) | undefined

  constructor(options: TradeSequenceOptions) {
    this.#options = options
    this.#lastTime = options.since
  }

  receive(trade: Trade): void {
    const { sequence } = trade
    if (sequence === undefined) this.#options.onTrade(trade)
    else if (!this.#isHeld && (this.#last === undefined || sequence === this.#last + 1)) {
      this.#tell(trade, sequence)
      if (this.#early.size > 0) this.#advance()
    } else if (this.#last === undefined || sequence > this.#last) {
      this.#early.set(sequence, trade)
      if (this.#early.size > maxHeldTrades) this.#giveUp('more came meanwhile than could be kept')
      else if (!this.#isHeld) this.#waitForOvertaken()
    } else if (trade.time > this.#lastTime + renumberedMs) this.#countAnew(trade, sequence)
  }

  interrupt(): void {
    this.#filling.abort()
    this.#filling = new AbortController()
    this.#isHeld = true
    this.#stopWaiting()
  }

  async resume(): Promise<void> {
    this.interrupt()
    const { signal } = this.#filling
    const reason = await persist(this.#options.clock, signal, () => this.#step(signal))
    if (signal.aborted) return
    if (reason !== undefined) {
      this.#giveUp(reason)
      return
    }
    this.#isHeld = false
    if (this.#early.size > 0) this.#waitForOvertaken()
  }

  stop(): void {
    this.interrupt()
    this.#early.clear()
  }

  /** Asks history for the first hole, and tells what has no hole before it any more. */
  async #step(signal: AbortSignal): Promise<FillStep> {
    this.#advance()
    const next = this.#firstEarly()
    const before = this.#mark()
    const to = (next?.time ?? this.#options.clock.now()) + 1
    const answer = this.#options.history(this.#lastTime, to, signal)
    if (!answer) {
      this.#giveUp(noHistory)
      return 'whole'
    }
    const trades = await answer
    if (signal.aborted) return 'whole'
    for (const trade of trades) {
      const { sequence, time } = trade
      if (sequence === undefined || time < this.#lastTime) continue
      if (this.#last === undefined || sequence > this.#last) this.#early.set(sequence, trade)
    }
    if (this.#last === undefined) return this.#begin(next)
    this.#advance()
    if (this.#mark() !== before) return 'more'
    return this.#early.size === 0 ? 'whole' : 'nothing'
  }

  /** Where nothing was told yet, the sequence begins with the first trade before which history has none. */
  #begin(next: Trade | undefined): FillStep {
    const first = this.#firstEarly()
    if (!first) return 'whole'
    if (first.sequence !== next?.sequence) return 'more'
    this.#last = (first.sequence ?? 0) - 1
    this.#advance()
    return this.#early.size === 0 ? 'whole' : 'more'
  }

  #tell(trade: Trade, sequence: number): void {
    this.#last = sequence
    this.#lastTime = trade.time
    this.#options.onTrade(trade)
  }

  /** The venue has begun to count anew: whether anything lies between, the numbers do not say. */
  #countAnew(trade: Trade, sequence: number): void {
    this.#early.clear()
    const reason = 'The venue began to count its trades anew.'
    this.#options.onGap({ from: this.#lastTime, to: trade.time, reason })
    this.#tell(trade, sequence)
  }

  /** Tells what follows the last trade without a hole. */
  #advance(): void {
    if (this.#last === undefined) return
    for (;;) {
      const sequence: number = this.#last + 1
      const trade = this.#early.get(sequence)
      if (!trade) break
      this.#early.delete(sequence)
      this.#tell(trade, sequence)
    }
    if (this.#early.size === 0) this.#stopWaiting()
  }

  /** Tells each hole that is left as a gap, and goes on behind it. */
  #giveUp(reason: string): void {
    this.#filling.abort()
    this.#isHeld = false
    this.#stopWaiting()
    const { onGap, clock } = this.#options
    const tellGap = (to: number) => onGap({ from: this.#lastTime, to, reason: gapReason(reason) })
    // Nobody can say whether anything was lost: without numbers of before there is nothing to compare with.
    if (this.#early.size === 0 && this.#last === undefined) tellGap(clock.now())
    for (let next = this.#firstEarly(); next?.sequence !== undefined; next = this.#firstEarly()) {
      tellGap(next.time)
      this.#last = next.sequence - 1
      this.#advance()
    }
  }

  #firstEarly(): Trade | undefined {
    let first: Trade | undefined
    for (const [sequence, trade] of this.#early) {
      if (first?.sequence === undefined || sequence < first.sequence) first = trade
    }
    return first
  }

  /** How far the filling got. */
  #mark(): string {
    return `${this.#last} ${this.#firstEarly()?.sequence}`
  }

  #waitForOvertaken(): void {
    this.#cancelWait ??= this.#options.clock.schedule(overtakingMs, () => {
      this.#cancelWait = undefined
      if (this.#early.size > 0) void this.resume()
    })
  }

  #stopWaiting(): void {
    this.#cancelWait?.()
    this.#cancelWait = undefined
  }
}

export function gapReason(reason: string): string {
  return reason === noHistory ? reason : `What was missed could not be had: ${reason}`
}

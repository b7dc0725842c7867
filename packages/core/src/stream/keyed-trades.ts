import type { Trade } from '../market/index.ts'
import { gapReason } from './counted-trades.ts'
import { type FillStep, persist } from './persist.ts'
import { TradeKeys, TradeNamer } from './trade-keys.ts'
import { maxHeldTrades, noHistory, type TradeSequence, type TradeSequenceOptions } from './trade-sequence.ts'

/** An answer that does not reach the live trades may be late, or nothing was traded in between: it is asked again so often. */
const maxLateAnswers = 2

/** Trades that are known by their ids, or else by what they say: what was told before is not told again. */
export class KeyedTrades implements TradeSequence {
  readonly #options: TradeSequenceOptions
  #keys = new TradeKeys()
  readonly #liveNames = new TradeNamer()
  #lastTime: number
  /** Live trades held back while history is asked. */
  #held: { name: string; trade: Trade }[] | undefined
  #fill = 0

  constructor(options: TradeSequenceOptions) {
    this.#options = options
    this.#lastTime = options.since
  }

  receive(trade: Trade): void {
    const name = this.#liveNames.nameOf(trade)
    if (!this.#held) this.#tellOnce(name, trade)
    else {
      this.#held.push({ name, trade })
      if (this.#held.length > maxHeldTrades) this.#giveUp('more came meanwhile than could be kept')
    }
  }

  interrupt(): void {
    this.#fill++
    this.#held ??= []
  }

  async resume(): Promise<void> {
    this.interrupt()
    const fill = this.#fill
    const isWanted = () => fill === this.#fill
    let lateAnswers = 0
    const reason = await persist(this.#options.clock, isWanted, async () => {
      const outcome = await this.#step(isWanted)
      return outcome === 'nothing' && lateAnswers++ === maxLateAnswers ? 'whole' : outcome
    })
    if (!isWanted()) return
    if (reason === undefined) this.#release()
    else this.#giveUp(reason)
  }

  changeVenue(): void {
    this.interrupt()
    this.#held = []
    this.#keys = new TradeKeys()
    this.#lastTime++
  }

  stop(): void {
    this.interrupt()
    this.#held = []
  }

  async #step(isWanted: () => boolean): Promise<FillStep> {
    const first = this.#held?.[0]
    const to = (first?.trade.time ?? this.#options.clock.now()) + 1
    const answer = this.#options.history(this.#lastTime, to)
    if (!answer) {
      this.#giveUp(noHistory)
      return 'whole'
    }
    const trades = await answer
    if (!isWanted()) return 'whole'
    const names = new TradeNamer()
    let hasNew = false
    let reachesLive = false
    for (const trade of trades) {
      const name = names.nameOf(trade)
      if (name === first?.name) reachesLive = true
      if (this.#tellOnce(name, trade)) hasNew = true
    }
    if (reachesLive) return 'whole'
    // An answer holds only so many: as long as something comes there may be more.
    if (hasNew) return 'more'
    return first ? 'nothing' : 'whole'
  }

  #tellOnce(name: string, trade: Trade): boolean {
    if (!this.#keys.add(name)) return false
    this.#lastTime = Math.max(this.#lastTime, trade.time)
    this.#options.onTrade(trade)
    return true
  }

  #release(): void {
    const held = this.#held ?? []
    this.#held = undefined
    for (const { name, trade } of held) this.#tellOnce(name, trade)
  }

  #giveUp(reason: string): void {
    this.#fill++
    const to = this.#held?.[0]?.trade.time ?? this.#options.clock.now()
    this.#options.onGap({ from: this.#lastTime, to, reason: gapReason(reason) })
    this.#release()
  }
}

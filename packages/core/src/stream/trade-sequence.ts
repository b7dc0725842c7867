import type { Clock } from '../http/clock.ts'
import type { Trade } from '../market/index.ts'
import type { StreamGap } from './subscription.ts'

export type TradeSequenceOptions = {
  clock: Clock
  /** Where the sequence begins, ms UTC: after a break before the first trade, it is filled from here. */
  since: number
  /**
   * Trades of a stretch of time (`from` inclusive, `to` exclusive, ms UTC), oldest first, as many of them as an answer holds;
   * `undefined` where the provider has no history of trades.
   *
   * @param signal - Aborted when the answer is of no use any more.
   */
  history(from: number, to: number, signal: AbortSignal): Promise<readonly Trade[]> | undefined
  onTrade(trade: Trade): void
  onGap(gap: StreamGap): void
}

/**
 * Makes one ordered sequence of trades of what a live feed says and what it missed: each trade once, in order. After a break,
 * history fills in what lies between before anything newer is told; what cannot be had is told as a gap.
 */
export interface TradeSequence {
  /** A trade from the live feed. */
  receive(trade: Trade): void
  /** The feed broke: what it says from now on follows a hole. */
  interrupt(): void
  /** The feed is back: fills the hole, then lets the live trades go on. */
  resume(): Promise<void>
  /** Nothing that is still under way is told any more. */
  stop(): void
}

/** Trades held back while history is slow: beyond it history is given up, as memory is not endless. */
export const maxHeldTrades = 100_000

export const noHistory = 'The connection was lost.'

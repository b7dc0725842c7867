import type { AccountState } from './account-state.ts'
import { equityOf, type Prices } from './buying-power.ts'
import { type Decimal, decimal, larger, sum, zero } from './decimal.ts'

/**
 * How an account has done. Ratios are parts: 0.05 is 5 %. `null` where there is nothing to divide by.
 *
 * Round trips run from nothing held to a position and back to nothing, fees included. Definitions: CFA Institute, *Global Investment
 * Performance Standards* (total return); Pardo, *The Evaluation and Optimization of Trading Strategies*, 2008 (drawdown, percent
 * profitable, profit factor).
 */
export type Performance = {
  equity: Decimal
  /** (equity − starting cash) ÷ starting cash. Nothing is paid in or out in between, so that needs no weighing by time. */
  totalReturn: Decimal
  realised: Decimal
  unrealised: Decimal
  fees: Decimal
  /** The largest fall of the equity from a peak before it, ÷ that peak; of the moments at which it was noted. */
  maxDrawdown: Decimal
  trips: number
  /** Round trips that won ÷ all of them. */
  winRate: Decimal | null
  /** What the winning ones won ÷ what the losing ones lost. */
  profitFactor: Decimal | null
  /** What is held, long and short added up, ÷ equity. */
  exposure: Decimal | null
}

export function performanceOf(state: AccountState, prices: Prices = state.marks): Performance {
  const { settings, trips, positions, realised, fees } = state
  const equity = equityOf(state, prices)
  const start = decimal(settings.cash)
  const count = trips.won + trips.lost + trips.even
  const worth = [...positions.values()].map(({ instrument, quantity, cost }) => {
    const price = prices.get(instrument)
    return price ? price.times(quantity) : cost
  })
  const costs = sum([...positions.values()].map(({ cost }) => cost))
  const peak = larger(state.peakEquity, equity)
  return {
    equity,
    totalReturn: equity.minus(start).div(start),
    realised,
    unrealised: sum(worth).minus(costs),
    fees,
    maxDrawdown: larger(state.maxDrawdown, peak.gt(0) ? peak.minus(equity).div(peak) : zero),
    trips: count,
    winRate: count === 0 ? null : decimal(trips.won).div(count),
    profitFactor: trips.loss.eq(0) ? null : trips.profit.div(trips.loss),
    exposure: equity.lte(0) ? null : sum(worth.map((value) => value.abs())).div(equity),
  }
}

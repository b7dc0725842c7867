import type { NumericMode, Trade } from '../../market/index.ts'
import type { Engine } from '../engine.ts'
import { askDirectly } from './ask-directly.ts'
import type { WatchRoute } from './watch.ts'

/** As many as venues answer with at once. */
const pageSize = 1000

/**
 * A page of a provider's trades from `from` (inclusive) to `to` (exclusive), ms UTC; `undefined` where it has none of this kind
 * of instrument.
 */
export function tradesBetween(
  engine: Engine,
  { provider, topic: { instrument, symbol } }: WatchRoute,
  from: number,
  to: number,
  signal: AbortSignal,
): Promise<Trade[]> | undefined {
  const { getTrades } = provider
  if (!getTrades?.assets.includes(instrument.assetClass)) return undefined
  const range = { start: from, end: to, limit: pageSize, numeric: 'number' as const }
  const query = { instrument, symbol, now: engine.clock.now(), ...range }
  return askDirectly(engine, provider, 'getTrades', getTrades, query, signal).then((trades) =>
    trades.filter(isInNumbers),
  )
}

function isInNumbers(trade: Trade<NumericMode>): trade is Trade {
  return typeof trade.price === 'number' && typeof trade.size === 'number'
}

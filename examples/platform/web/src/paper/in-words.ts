import { displaySymbol } from '@starkmatter/components/price-header'
import type { PaperOrder } from './paper-schemas.ts'

export const orderTypes = ['market', 'limit', 'stop', 'stop-limit'] as const
export const times = ['day', 'gtc', 'ioc'] as const

export const typeNames: Record<PaperOrder['type'], string> = {
  market: 'Market',
  limit: 'Limit',
  stop: 'Stop',
  'stop-limit': 'Stop limit',
}

export const timeNames: Record<PaperOrder['timeInForce'], string> = {
  day: 'Day',
  gtc: 'Until cancelled',
  ioc: 'At once or never',
}

const reasons: Record<string, string> = {
  'day-over': 'the day was over',
  'not-filled-at-once': 'not filled at once',
  'buying-power': 'not enough buying power when it could fill',
  'nothing-held': 'nothing held to sell',
  split: 'the share was split',
}

/** What an order says: `Buy 10 AAPL, limit 187.50`. */
export function orderInWords({
  side,
  quantity,
  instrument,
  type,
  limitPrice,
  stopPrice,
}: PaperOrder): string {
  const prices = [stopPrice && `stop ${stopPrice}`, limitPrice && `limit ${limitPrice}`]
    .filter(Boolean)
    .join(', ')
  const terms = type === 'market' ? 'at market' : prices
  return `${side === 'buy' ? 'Buy' : 'Sell'} ${quantity} ${displaySymbol(instrument)}, ${terms}`
}

/** What became of an order. */
export function stateInWords({ state, reason, filled, quantity, averagePrice }: PaperOrder): string {
  const at = averagePrice ? ` at ${averagePrice}` : ''
  const why = reason && reasons[reason] ? `: ${reasons[reason]}` : ''
  switch (state) {
    case 'accepted':
      return 'Waiting'
    case 'partially-filled':
      return `${filled} of ${quantity} filled${at}`
    case 'filled':
      return `Filled${at}`
    case 'cancelled':
      return filled === '0' ? `Cancelled${why}` : `Cancelled after ${filled}${at}${why}`
    case 'rejected':
      return `Rejected${why}`
    case 'expired':
      return filled === '0' ? 'Expired' : `Expired after ${filled}${at}`
  }
}

import { UnsupportedError } from '../../errors/index.ts'
import type { MarketStatus } from '../../market/index.ts'
import { type HttpResponse, type MarketStatusQuery, sourceOf } from '../../provider/index.ts'
import { readBody } from './schema.ts'

/** @throws {UnsupportedError} it is another market than this exchange */
export function assertBinance(market: string): void {
  if (market.toUpperCase() === 'BINANCE') return
  throw new UnsupportedError(`binance tells the state of BINANCE alone, not of "${market}".`, {
    provider: 'binance',
  })
}

/**
 * `{ status: 0 | 1, msg }`: 0 is normal, anything else maintenance. The answer has no time of its own.
 *
 * @see https://developers.binance.com/docs/wallet/others/system-status
 */
export function readMarketStatus(response: HttpResponse, query: MarketStatusQuery): MarketStatus {
  return {
    market: query.market,
    state: readBody(response, query).at('status').number() === 0 ? 'open' : 'closed',
    time: query.now,
    nextChange: null,
    source: sourceOf('binance', query, 0),
  }
}

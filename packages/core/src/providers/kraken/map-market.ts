import { UnsupportedError } from '../../errors/index.ts'
import type { MarketStatus } from '../../market/index.ts'
import { type HttpResponse, type MarketStatusQuery, sourceOf } from '../../provider/index.ts'
import { readResult } from './schema.ts'

/** @throws {UnsupportedError} it is another market than this exchange */
export function assertKraken(market: string): void {
  if (market.toUpperCase() === 'KRAKEN') return
  throw new UnsupportedError(`kraken tells the state of KRAKEN alone, not of "${market}".`, {
    provider: 'kraken',
  })
}

/**
 * `{ status: online | maintenance | cancel_only | post_only, timestamp }`: where orders are only cancelled or only wait,
 * nothing is traded.
 *
 * @see https://docs.kraken.com/api/docs/rest-api/get-system-status
 */
export function readMarketStatus(response: HttpResponse, query: MarketStatusQuery): MarketStatus {
  const result = readResult(response, query)
  return {
    market: query.market,
    state: result.at('status').text() === 'online' ? 'open' : 'closed',
    time: result.at('timestamp').instant(),
    nextChange: null,
    source: sourceOf('kraken', query, 0),
  }
}

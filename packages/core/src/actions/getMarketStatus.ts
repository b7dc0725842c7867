import { askAny } from '../client/ask.ts'
import { assertOptions, callRules } from '../client/assert-options.ts'
import { engineOf } from '../client/engine.ts'
import type { GetMarketStatusOptions } from '../client/options.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { MarketStatus } from '../market/index.ts'

/** Whether a market is open now, and when that changes. */
export async function getMarketStatus(
  client: ClientBase & Pick<ClientActions, 'getMarketStatus'>,
  options: GetMarketStatusOptions = {},
): Promise<MarketStatus> {
  assertOptions(options, callRules)
  const { market = 'XNYS' } = options
  return askAny(
    engineOf(client),
    'getMarketStatus',
    options,
    (provider) => provider.getMarketStatus,
    (now) => ({ market, now }),
  )
}

import { askAboutInstrument } from '../client/ask.ts'
import { assertOptions, callRules } from '../client/assert-options.ts'
import { engineOf } from '../client/engine.ts'
import type { GetFinancialsOptions } from '../client/options.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { Financials } from '../market/index.ts'

/**
 * Income statements, balance sheets and cash flows.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, no provider that was asked lists it
 */
export async function getFinancials(
  client: ClientBase & Pick<ClientActions, 'getFinancials'>,
  options: GetFinancialsOptions,
): Promise<Financials> {
  assertOptions(options, callRules, 'symbol')
  const { period = 'annual' } = options
  return askAboutInstrument(
    engineOf(client),
    'getFinancials',
    options,
    (provider) => provider.getFinancials,
    (common) => ({ ...common, period }),
  )
}

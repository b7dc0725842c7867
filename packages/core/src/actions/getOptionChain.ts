import { askAboutInstrument } from '../client/ask.ts'
import { assertOptions, callRules } from '../client/assert-options.ts'
import { engineOf } from '../client/engine.ts'
import type { GetOptionChainOptions } from '../client/options.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { OptionChain } from '../market/index.ts'

/**
 * Option contracts on an underlying, of one expiry.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, no provider that was asked lists it
 */
export async function getOptionChain(
  client: ClientBase & Pick<ClientActions, 'getOptionChain'>,
  options: GetOptionChainOptions,
): Promise<OptionChain> {
  assertOptions(options, callRules, 'symbol')
  const { expiry } = options
  return askAboutInstrument(
    engineOf(client),
    'getOptionChain',
    options,
    (provider) => provider.getOptionChain,
    (common) => ({ ...common, expiry }),
  )
}

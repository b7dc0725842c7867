import { askAboutInstrument } from '../client/ask.ts'
import { assertOptions, callRules } from '../client/assert-options.ts'
import { engineOf } from '../client/engine.ts'
import type { InstrumentOptions } from '../client/options.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { Earnings } from '../market/index.ts'

/**
 * Past earnings reports and the announced ones.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, no provider that was asked lists it
 */
export async function getEarnings(
  client: ClientBase & Pick<ClientActions, 'getEarnings'>,
  options: InstrumentOptions,
): Promise<Earnings> {
  assertOptions(options, callRules, 'symbol')
  return askAboutInstrument(
    engineOf(client),
    'getEarnings',
    options,
    (provider) => provider.getEarnings,
    (common) => common,
  )
}

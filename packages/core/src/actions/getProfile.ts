import { askAboutInstrument } from '../client/ask.ts'
import { assertOptions, callRules } from '../client/assert-options.ts'
import { engineOf } from '../client/engine.ts'
import type { InstrumentOptions } from '../client/options.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { Profile } from '../market/index.ts'

/**
 * Who a company or what an instrument is: name, sector, size, identifiers.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, no provider that was asked lists it
 */
export async function getProfile(
  client: ClientBase & Pick<ClientActions, 'getProfile'>,
  options: InstrumentOptions,
): Promise<Profile> {
  assertOptions(options, callRules, 'symbol')
  return askAboutInstrument(
    engineOf(client),
    'getProfile',
    options,
    (provider) => provider.getProfile,
    (common) => common,
  )
}

import { askAboutInstrument } from '../client/ask.ts'
import { assertOptions, callRules } from '../client/assert-options.ts'
import { engineOf } from '../client/engine.ts'
import type { GetCorporateActionsOptions } from '../client/options.ts'
import { readRange } from '../client/time-range.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import type { CorporateActions } from '../market/index.ts'
import type { Provider } from '../provider/index.ts'

/**
 * Dividends and splits, oldest first; all there are where no range is given.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, no provider that was asked lists it
 */
export async function getCorporateActions(
  client: ClientBase & Pick<ClientActions, 'getCorporateActions'>,
  options: GetCorporateActionsOptions,
): Promise<CorporateActions> {
  assertOptions(options, callRules, 'symbol')
  const engine = engineOf(client)
  const range = readRange(options, engine.clock.now())
  const select = (provider: Provider) => provider.getCorporateActions
  return askAboutInstrument(engine, 'getCorporateActions', options, select, (common) => ({
    ...common,
    ...range,
  }))
}

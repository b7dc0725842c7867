import { askAboutInstrument } from '../client/ask.ts'
import { assertOptions, callRules } from '../client/assert-options.ts'
import { engineOf } from '../client/engine.ts'
import type { GetTradesOptions } from '../client/options.ts'
import { readRange } from '../client/time-range.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import { ValidationError } from '../errors/index.ts'
import type { NumericMode, Trade } from '../market/index.ts'
import type { Provider } from '../provider/index.ts'

/**
 * Single trades of one instrument, oldest first: those from `start` on, or the newest without it.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, no provider that was asked lists it
 */
export async function getTrades<const mode extends NumericMode = 'number'>(
  client: ClientBase & Pick<ClientActions, 'getTrades'>,
  options: GetTradesOptions<mode>,
): Promise<readonly Trade<mode>[]> {
  assertOptions(options, callRules, 'symbol')
  const engine = engineOf(client)
  const { limit = 1000 } = options
  const numeric: NumericMode = options.numeric ?? 'number'
  const range = readRange(options, engine.clock.now())
  const select = (provider: Provider) => provider.getTrades
  const trades = await askAboutInstrument(engine, 'getTrades', options, select, (common) => {
    return { ...common, ...range, limit, numeric, fromEnd: options.start === undefined }
  })
  if (isInMode<mode>(trades, numeric)) return trades
  throw new ValidationError({ path: 'price', expected: `a ${numeric}`, got: 'the other numeric mode' })
}

function isInMode<mode extends NumericMode>(
  trades: readonly Trade<NumericMode>[],
  numeric: NumericMode,
): trades is readonly Trade<mode>[] {
  return trades.every(({ price, size }) => typeof price === numeric && typeof size === numeric)
}

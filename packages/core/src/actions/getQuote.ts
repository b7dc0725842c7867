import { assertOptions, callRules } from '../client/assert-options.ts'
import { collectQuotes, quoteInMode } from '../client/collect-quotes.ts'
import { engineOf } from '../client/engine.ts'
import type { GetQuoteOptions } from '../client/options.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import { UnknownSymbolError } from '../errors/index.ts'
import type { NumericMode, Quote } from '../market/index.ts'

/**
 * The latest quote of one instrument.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, no provider that was asked lists it
 * @throws {StarkMatterError} TIMEOUT, `timeoutMs` passed; `attempts` tells what was tried
 * @example
 * const { last, currency } = await getQuote(client, { symbol: 'AAPL' })
 */
export async function getQuote<const mode extends NumericMode = 'number'>(
  client: ClientBase & Pick<ClientActions, 'getQuote'>,
  options: GetQuoteOptions<mode>,
): Promise<Quote<mode>> {
  assertOptions(options, callRules, 'symbol')
  const { symbol, numeric = 'number', ...rest } = options
  const [slot] = await collectQuotes(engineOf(client), { ...rest, symbols: [symbol], numeric })
  if (!slot?.quote) throw new UnknownSymbolError(typeof symbol === 'string' ? symbol : symbol.id)
  return quoteInMode<mode>(slot.quote, numeric)
}

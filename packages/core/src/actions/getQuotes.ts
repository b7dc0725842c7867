import { assertOptions, callRules } from '../client/assert-options.ts'
import { collectQuotes, quoteInMode } from '../client/collect-quotes.ts'
import { engineOf } from '../client/engine.ts'
import type { GetQuotesOptions } from '../client/options.ts'
import type { ClientActions, ClientBase, QuoteList } from '../client/types.ts'
import type { NumericMode } from '../market/index.ts'

/**
 * The latest quotes of many instruments, in the order asked. Large lists are split into the batches a provider takes.
 * Symbols that no provider knows are named in `missing`; the others are answered all the same.
 *
 * @throws {StarkMatterError} not one of them could be had; the error says why
 * @example
 * const quotes = await getQuotes(client, { symbols: ['AAPL', 'BTC-USD', 'NOPE'] })
 * quotes.missing // ['NOPE']
 */
export async function getQuotes<const mode extends NumericMode = 'number'>(
  client: ClientBase & Pick<ClientActions, 'getQuotes'>,
  options: GetQuotesOptions<mode>,
): Promise<QuoteList<mode>> {
  assertOptions(options, callRules, 'symbols')
  const { numeric = 'number' } = options
  const slots = await collectQuotes(engineOf(client), { ...options, numeric })
  const quotes = slots.flatMap(({ quote }) => (quote ? [quoteInMode<mode>(quote, numeric)] : []))
  const missing = slots.flatMap(({ quote, read }) => (quote ? [] : [read.text]))
  return missing.length === 0 ? quotes : Object.assign(quotes, { missing })
}

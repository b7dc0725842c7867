import { askAboutInstrument } from '../client/ask.ts'
import { assertOptions, callRules } from '../client/assert-options.ts'
import { engineOf } from '../client/engine.ts'
import type { GetOrderBookOptions } from '../client/options.ts'
import type { ClientActions, ClientBase } from '../client/types.ts'
import { ValidationError } from '../errors/index.ts'
import type { NumericMode, OrderBook } from '../market/index.ts'
import type { Provider } from '../provider/index.ts'

/**
 * The order book of one instrument, best prices first.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, no provider that was asked lists it
 */
export async function getOrderBook<const mode extends NumericMode = 'number'>(
  client: ClientBase & Pick<ClientActions, 'getOrderBook'>,
  options: GetOrderBookOptions<mode>,
): Promise<OrderBook<mode>> {
  assertOptions(options, callRules, 'symbol')
  const { depth = 20 } = options
  const numeric: NumericMode = options.numeric ?? 'number'
  const select = (provider: Provider) => provider.getOrderBook
  const book = await askAboutInstrument(engineOf(client), 'getOrderBook', options, select, (common) => {
    return { ...common, depth, numeric }
  })
  if (isInMode<mode>(book, numeric)) return book
  throw new ValidationError({
    path: 'bids',
    expected: `each price a ${numeric}`,
    got: 'the other numeric mode',
  })
}

function isInMode<mode extends NumericMode>(
  book: OrderBook<NumericMode>,
  numeric: NumericMode,
): book is OrderBook<mode> {
  return [...book.bids, ...book.asks].every(
    ([price, size]) => typeof price === numeric && typeof size === numeric,
  )
}

import { UnsupportedError } from '../../errors/index.ts'
import type { NumericMode, OrderBook } from '../../market/index.ts'
import type { Provider, StreamTopic } from '../../provider/index.ts'
import type { Engine } from '../engine.ts'
import { askDirectly } from './ask-directly.ts'

/**
 * An order book from a provider's REST interface, with all its digits.
 *
 * @throws {UnsupportedError} the provider has none
 */
export async function bookSnapshot(
  engine: Engine,
  provider: Provider,
  { instrument, symbol }: StreamTopic,
  depth: number,
): Promise<OrderBook<'string'>> {
  const { id, getOrderBook } = provider
  if (!getOrderBook) throw new UnsupportedError(`${id} has no order book to begin with.`, { provider: id })
  const query = { instrument, symbol, depth, numeric: 'string' as const, now: engine.clock.now() }
  const book = await askDirectly(engine, provider, 'getOrderBook', getOrderBook, query)
  const side = (levels: OrderBook<NumericMode>['bids']) =>
    levels.map(([price, size]) => [String(price), String(size)] as const)
  return { ...book, bids: side(book.bids), asks: side(book.asks) }
}

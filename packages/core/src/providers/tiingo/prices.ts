import { createGet, type TiingoContext } from './context.ts'
import { barsOperation } from './map-bars.ts'
import { quotesOperation } from './map-quotes.ts'

/** What a page that shows prices needs. */
export function priceOperations(context: TiingoContext) {
  const get = createGet(context)
  return { getBars: barsOperation(get), getQuotes: quotesOperation(get) }
}

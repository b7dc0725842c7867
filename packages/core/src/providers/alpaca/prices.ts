import type { AlpacaContext } from './context.ts'
import { barsOperation } from './map-bars.ts'
import { quotesOperation } from './map-quotes.ts'

/** What a page that shows prices needs. */
export function priceOperations(context: AlpacaContext) {
  return { getBars: barsOperation(context), getQuotes: quotesOperation(context) }
}

import type { SymbolMatch } from '../../market/index.ts'
import type { HttpResponse, SearchQuery } from '../../provider/index.ts'
import { currencyOrNull, readBody, rowsOf } from './schema.ts'
import { fromMassive } from './symbols.ts'

export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  const matches: SymbolMatch[] = []
  for (const wire of rowsOf(readBody(response, query))) {
    const instrument = fromMassive(wire.at('ticker').text())
    if (!instrument) continue
    matches.push({
      instrument,
      name: wire.at('name').textOrNull(),
      exchange: wire.at('primary_exchange').textOrNull(),
      currency: currencyOrNull(wire.at('currency_name')),
      score: null,
      provider: 'massive',
    })
  }
  return matches.slice(0, query.limit)
}

import type { SymbolMatch } from '../../market/index.ts'
import type { HttpResponse, SearchQuery } from '../../provider/index.ts'
import { readBody } from './schema.ts'
import { fromAlphaVantage } from './symbols.ts'

export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  const matches: SymbolMatch[] = []
  for (const wire of readBody(response, query).at('bestMatches').items()) {
    const instrument = fromAlphaVantage(wire.at('1. symbol').text())
    if (!instrument) continue
    matches.push({
      instrument,
      name: wire.at('2. name').textOrNull(),
      exchange: wire.at('4. region').textOrNull(),
      currency: wire.at('8. currency').textOrNull(),
      score: Number(wire.at('9. matchScore').decimal('number')),
      provider: 'alpha-vantage',
    })
  }
  return matches.slice(0, query.limit)
}

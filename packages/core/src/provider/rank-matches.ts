import type { SymbolMatch } from '../market/index.ts'
import type { SearchQuery } from './query.ts'

/**
 * What a list of all that a venue has holds for a search: symbols that are the text first, then those that begin with it, then
 * names that have it in them. Within each the order stays.
 */
export function rankMatches(
  matches: readonly SymbolMatch[],
  { text, limit }: Pick<SearchQuery, 'text' | 'limit'>,
): SymbolMatch[] {
  const asked = text.trim().toUpperCase()
  const symbol = bare(asked)
  const rankOf = ({ instrument, name }: SymbolMatch) => {
    const own = bare(instrument.symbol)
    if (symbol !== '' && own === symbol) return 0
    if (symbol !== '' && own.startsWith(symbol)) return 1
    return name?.toUpperCase().includes(asked) ? 2 : 3
  }
  return matches
    .map((match) => ({ match, rank: rankOf(match) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ match }) => match)
}

/** Without what one writes as a point, another as a stroke and a third leaves out. */
function bare(symbol: string): string {
  return symbol.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

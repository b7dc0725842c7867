import type { NewsQuery } from '../index.ts'

/**
 * What a search with AND and OR is asked for: the text, and one of the symbols. Each stands in parentheses beside the
 * other, as AND binds closer.
 *
 * @example
 * booleanQuery({ text: 'outlook', symbols: ['AAPL', 'MSFT'] }) // '(outlook) AND ("AAPL" OR "MSFT")'
 */
export function booleanQuery({ text, symbols }: Pick<NewsQuery, 'text' | 'symbols'>): string {
  const parts = [text, symbols.map((symbol) => `"${symbol}"`).join(' OR ')].filter(Boolean)
  return parts.length > 1 ? parts.map((part) => `(${part})`).join(' AND ') : parts.join()
}

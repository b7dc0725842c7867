import type { Instrument } from '../../market/index.ts'

/**
 * Those of the instruments whose symbol stands in a text as a word of its own, a cashtag (`$AAPL`), or in capitals in
 * brackets. One- and two-letter symbols count only as a cashtag or in brackets, as they are words of the language.
 */
export function mentioned(text: string, instruments: readonly Instrument[]): Instrument[] {
  return instruments.filter(({ symbol }) => {
    const escaped = symbol.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const marked = new RegExp(`(?:\\$|\\((?:[A-Z]+:\\s?)?)${escaped}(?![\\w.])`)
    return marked.test(text) || (symbol.length > 2 && new RegExp(`(?<![\\w$])${escaped}(?!\\w)`).test(text))
  })
}

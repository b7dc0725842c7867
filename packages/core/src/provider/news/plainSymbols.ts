import { parseInstrument } from '../../market/index.ts'
import type { SymbolDialect } from '../index.ts'

/** News sources know no instruments: their "spelling" is the symbol as a reader writes it. */
export const plainSymbols: SymbolDialect = {
  toProvider: ({ symbol }) => symbol,
  fromProvider(symbol) {
    try {
      return parseInstrument(symbol)
    } catch {
      return undefined
    }
  },
}

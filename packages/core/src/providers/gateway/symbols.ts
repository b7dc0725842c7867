import { BadRequestError } from '../../errors/index.ts'
import { parseInstrument } from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

/** The gateway takes canonical ids, and any loose spelling: its own providers know which of them they can read. */
export const gatewaySymbols: SymbolDialect = {
  toProvider: (instrument) => instrument.id,
  fromProvider(symbol) {
    try {
      return parseInstrument(symbol)
    } catch (error) {
      if (error instanceof BadRequestError) return undefined
      throw error
    }
  },
}

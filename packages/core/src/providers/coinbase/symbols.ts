import { crypto } from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

/** Coinbase's spelling: `BTC-USD`. */
export const coinbaseSymbols: SymbolDialect = {
  toProvider(instrument) {
    if (instrument.assetClass !== 'crypto') return undefined
    if (instrument.venue !== undefined && instrument.venue !== 'COINBASE') return undefined
    return `${instrument.base}-${instrument.quote}`
  },
  fromProvider(symbol) {
    const [, base, quote] = /^([A-Z0-9]+)-([A-Z0-9]+)$/.exec(symbol) ?? []
    return base && quote ? crypto(base, quote, 'COINBASE') : undefined
  },
}

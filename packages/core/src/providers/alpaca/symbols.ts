import { crypto, equity, formatOptionSymbol, type Instrument, parseOptionSymbol } from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

// Alpaca lists what is traded in the United States and does not name exchanges.
const venues = new Set(['XNYS', 'XNAS', 'XASE', 'ARCX', 'BATS', 'IEXG'])
// FAKEPACA is what the venue's test feed has.
const share = /^(?:[A-Z]{1,5}(?:\.[A-Z]{1,3})?|FAKEPACA)$/

/** `AAPL`, `BRK.B`, `AAPL220121C00025000`; crypto as `BTC/USD`, and `BTCUSD` where news names it. */
export const alpacaSymbols: SymbolDialect = {
  toProvider(instrument) {
    const { assetClass, symbol, venue } = instrument
    switch (assetClass) {
      case 'equity':
        return (venue === undefined || venues.has(venue)) && share.test(symbol) ? symbol : undefined
      case 'crypto':
        return venue === undefined ? symbol : undefined
      case 'option':
        return venue === undefined ? formatOptionSymbol(instrument) : undefined
      default:
        return undefined
    }
  },
  fromProvider: fromAlpaca,
}

export function fromAlpaca(symbol: string): Instrument | undefined {
  const [, base, quote] = /^([A-Z0-9]+)\/([A-Z0-9]+)$/.exec(symbol) ?? []
  try {
    if (base && quote) return crypto(base, quote)
    const option = parseOptionSymbol(symbol)
    if (option) return option
    // Shares have five letters at most, and a pair without its stroke has more.
    const pair = /^([A-Z0-9]{3,10})(USD[TC]?)$/.exec(symbol)
    if (pair) return crypto(pair[1] ?? '', pair[2] ?? '')
    return share.test(symbol) ? equity(symbol) : undefined
  } catch {
    return undefined
  }
}

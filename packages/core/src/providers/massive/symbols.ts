import { equity, formatOptionSymbol, type Instrument, readInstrument } from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

/** Exchanges whose shares Massive carries: the consolidated tape of the United States. */
const tape = new Set(['XNYS', 'XNAS', 'ARCX', 'XASE', 'BATS', 'IEXG', 'XCBO', 'OTCM', 'XOTC'])

/** Massive's spelling: `BRK.B`, `BACpL`, `O:AAPL230616C00150000`, `X:BTCUSD`, `C:EURUSD`, `I:SPX`. */
export const massiveSymbols: SymbolDialect = {
  toProvider(instrument) {
    const { venue } = instrument
    switch (instrument.assetClass) {
      case 'equity':
      case 'fund':
        if (venue !== undefined && !tape.has(venue)) return undefined
        return instrument.symbol.replace(/\.PR([A-Z])$/, 'p$1')
      case 'index':
        return venue === undefined ? `I:${instrument.symbol}` : undefined
      // Prices of all exchanges together: no answer for one exchange's price.
      case 'crypto':
        return venue === undefined ? `X:${instrument.base}${instrument.quote}` : undefined
      case 'fx':
        return venue === undefined ? `C:${instrument.base}${instrument.quote}` : undefined
      case 'option': {
        const symbol = formatOptionSymbol(instrument)
        return symbol && `O:${symbol}`
      }
      default:
        return undefined
    }
  },
  fromProvider: fromMassive,
}

export function fromMassive(symbol: string): Instrument | undefined {
  try {
    if (/^[OXCI]:/.test(symbol)) {
      // Some endpoints write pairs with a hyphen.
      return readInstrument(/^[XC]:/.test(symbol) ? symbol.replace('-', '') : symbol).instrument
    }
    return equity(symbol.replace(/p([A-Z])$/, '.PR$1'))
  } catch {
    return undefined
  }
}

import { type Instrument, parseInstrument } from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

/** `AAPL`, `BRK.B`; crypto as `BTC/USD`, and `BTCUSD` where news names it. */
export const alpacaSymbols: SymbolDialect = {
  toProvider(instrument) {
    const { assetClass, symbol, venue } = instrument
    // Alpaca lists what is traded in the United States and does not name exchanges.
    if (
      assetClass === 'equity' &&
      (venue === undefined || /^(?:X(?:NYS|NAS|ASE)|ARCX|BATS|IEXG)$/.test(venue))
    )
      return symbol
    return assetClass === 'crypto' && venue === undefined ? symbol : undefined
  },
  fromProvider: fromAlpaca,
}

export function fromAlpaca(symbol: string): Instrument | undefined {
  const pair = /^([A-Z0-9]{2,10})\/?(USD[TC]?)$/.exec(symbol)
  if (pair) return parseInstrument(`crypto:${pair[1]}/${pair[2]}`)
  return /^[A-Z]{1,5}(?:\.[A-Z]{1,2})?$/.test(symbol) ? parseInstrument(`equity:${symbol}`) : undefined
}

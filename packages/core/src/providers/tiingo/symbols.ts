import { type Instrument, parseInstrument } from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

/** Lower case; class shares with a dash (`brk-b`), pairs without a separator (`btcusd`). */
export const tiingoSymbols: SymbolDialect = {
  toProvider(instrument) {
    const { assetClass, symbol, venue } = instrument
    if (venue !== undefined && !/^(?:X(?:NYS|NAS|ASE)|ARCX)$/.test(venue)) return undefined
    if (assetClass === 'equity') return symbol.replace('.', '-').toLowerCase()
    return assetClass === 'crypto' ? symbol.replace('/', '').toLowerCase() : undefined
  },
  fromProvider: fromTiingo,
}

export function fromTiingo(symbol: string): Instrument | undefined {
  const upper = symbol.toUpperCase()
  const pair = /^([A-Z0-9]{2,10})(USD[TC]?)$/.exec(upper)
  if (pair) return parseInstrument(`crypto:${pair[1]}/${pair[2]}`)
  return /^[A-Z]{1,5}(?:-[A-Z]{1,2})?$/.test(upper)
    ? parseInstrument(`equity:${upper.replace('-', '.')}`)
    : undefined
}

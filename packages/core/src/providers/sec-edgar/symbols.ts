import { equity, type Instrument } from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

const venues = new Set(['XNYS', 'XNAS', 'XASE', 'ARCX', 'BATS', 'IEXG'])

/** `AAPL`; classes and preferred shares with a dash: `BRK-B`, `BAC-PL`. */
export const secEdgarSymbols: SymbolDialect = {
  toProvider({ assetClass, symbol, venue }) {
    if (assetClass !== 'equity' || (venue !== undefined && !venues.has(venue))) return undefined
    const spelled = symbol.replace(/\.PR([A-Z])$/, '-P$1').replaceAll('.', '-')
    return fromSecEdgar(spelled)?.symbol === symbol ? spelled : undefined
  },
  fromProvider: fromSecEdgar,
}

export function fromSecEdgar(symbol: string): Instrument | undefined {
  const [, root, preferred, kind] = /^([A-Z]{1,5})(?:-P([A-Z])|-([A-Z]{1,2}))?$/.exec(symbol) ?? []
  if (!root) return undefined
  if (preferred) return equity(`${root}.PR${preferred}`)
  return equity(kind ? `${root}.${kind}` : root)
}

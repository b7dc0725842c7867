import { equity, type Instrument, parseInstrument } from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

const suffixes: Readonly<Record<string, string>> = {
  XLON: 'LON',
  XTSE: 'TRT',
  XTSX: 'TRV',
  XETR: 'DEX',
  XFRA: 'FRK',
  XAMS: 'AMS',
  XPAR: 'PAR',
  XBOM: 'BSE',
  XSHG: 'SHH',
  XSHE: 'SHZ',
  BVMF: 'SAO',
}
const unsuffixed = new Set(['XNYS', 'XNAS', 'ARCX', 'XASE', 'BATS', 'IEXG'])

/**
 * Alpha Vantage's spelling: `BRK-B`, `TSCO.LON`. It has no symbol for a pair, but two parameters: here they are joined by
 * a slash, `EUR/USD`, `BTC/USD`.
 */
export const alphaVantageSymbols: SymbolDialect = {
  toProvider({ assetClass, symbol, venue }) {
    if (assetClass === 'fx' || assetClass === 'crypto') return venue === undefined ? symbol : undefined
    if (assetClass !== 'equity' && assetClass !== 'fund') return undefined
    const root = symbol.replaceAll('.', '-')
    if (venue === undefined || unsuffixed.has(venue)) return root
    return suffixes[venue] && `${root}.${suffixes[venue]}`
  },
  fromProvider: fromAlphaVantage,
}

export function fromAlphaVantage(text: string): Instrument | undefined {
  const symbol = text.toUpperCase()
  try {
    if (symbol.includes('/')) return parseInstrument(symbol)
    const [, root = symbol, suffix] = /^(.+)\.([A-Z]{3})$/.exec(symbol) ?? []
    const venue = Object.keys(suffixes).find((mic) => suffixes[mic] === suffix)
    if (suffix !== undefined && venue === undefined) return undefined
    return equity(root.replaceAll('-', '.'), venue)
  } catch {
    return undefined
  }
}

/** The two halves of a pair. */
export function legsOf(symbol: string): [base: string, quote: string] {
  const [base = '', quote = ''] = symbol.split('/')
  return [base, quote]
}

import { crypto, type Instrument } from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

// Kraken keeps the names that these had in its first years.
const oldNames: Readonly<Record<string, string>> = { BTC: 'XBT', DOGE: 'XDG' }
const newNames: Readonly<Record<string, string>> = { XBT: 'BTC', XDG: 'DOGE' }

// Longer names first, as some end in shorter ones.
const quotes = 'USDT USDC EURT USD EUR GBP CAD CHF AUD JPY DAI XBT ETH'.split(' ')

/** Kraken's spelling in its REST interface: `XBTUSDT`; in answers about the oldest pairs also `XXBTZUSD`. */
export const krakenSymbols: SymbolDialect = {
  toProvider(instrument) {
    if (instrument.assetClass !== 'crypto') return undefined
    if (instrument.venue !== undefined && instrument.venue !== 'KRAKEN') return undefined
    return toKraken(instrument.base) + toKraken(instrument.quote)
  },
  fromProvider: fromKraken,
}

export function fromKraken(symbol: string): Instrument | undefined {
  if (!/^[A-Z0-9]+(?:\/[A-Z0-9]+)?$/.test(symbol)) return undefined
  const [left = '', right] = plainPair(symbol).split('/')
  const quote = right ?? quotes.find((one) => left.endsWith(one) && left.length > one.length)
  if (!quote) return undefined
  const base = right === undefined ? left.slice(0, -quote.length) : left
  try {
    return crypto(newNames[base] ?? base, newNames[quote] ?? quote, 'KRAKEN')
  } catch {
    return undefined
  }
}

/** `XXBTZUSD` and `XBT/USD` name one pair. */
export function plainPair(symbol: string): string {
  return symbol.replace(/^X([A-Z]{3})[XZ]([A-Z]{3})$/, '$1$2')
}

function toKraken(currency: string): string {
  return oldNames[currency] ?? currency
}

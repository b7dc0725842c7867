import { crypto, equity, fx, type Instrument } from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

const venues = /^(?:X(?:NYS|NAS|ASE)|ARCX|BATS|IEXG)$/
const fiat = new Set(
  'USD EUR GBP JPY CHF AUD CAD NZD SEK NOK DKK PLN CZK HUF TRY ZAR MXN CNH HKD SGD'.split(' '),
)
// Longer names first, as some end in shorter ones.
const quotes = ['USDT', 'USDC', 'FDUSD', ...fiat, 'BTC', 'ETH', 'BNB']

/** Lower case; class shares with a dash (`brk-b`), pairs without a separator (`btcusd`, `eurusd`). */
export const tiingoSymbols: SymbolDialect = {
  toProvider(instrument) {
    const symbol = toTiingo(instrument)
    // A pair that would be read as something else cannot be named here.
    return symbol !== undefined && fromTiingo(symbol)?.symbol === instrument.symbol ? symbol : undefined
  },
  fromProvider: fromTiingo,
}

function toTiingo(instrument: Instrument): string | undefined {
  const { assetClass, symbol, venue } = instrument
  if (assetClass === 'equity') {
    if (venue !== undefined && !venues.test(venue)) return undefined
    return symbol
      .replace(/\.PR([A-Z])$/, '-P-$1')
      .replace('.', '-')
      .toLowerCase()
  }
  if (assetClass !== 'crypto' && assetClass !== 'fx') return undefined
  return venue === undefined ? symbol.replace('/', '').toLowerCase() : undefined
}

export function fromTiingo(symbol: string): Instrument | undefined {
  const upper = symbol.toUpperCase()
  const [, root, preferred, kind] = /^([A-Z]{1,5})(?:-P-([A-Z])|-([A-Z]{1,2}))?$/.exec(upper) ?? []
  try {
    if (root && preferred) return equity(`${root}.PR${preferred}`)
    if (root) return equity(kind ? `${root}.${kind}` : root)
    // Shares have five letters at most, and pairs more.
    const quote = quotes.find((one) => upper.endsWith(one) && upper.length > one.length)
    if (!quote || !/^[A-Z0-9]{6,20}$/.test(upper)) return undefined
    const base = upper.slice(0, -quote.length)
    return fiat.has(base) && fiat.has(quote) ? fx(base, quote) : crypto(base, quote)
  } catch {
    return undefined
  }
}

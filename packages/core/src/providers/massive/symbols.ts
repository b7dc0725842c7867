import {
  crypto,
  equity,
  formatOptionSymbol,
  future,
  fx,
  type Instrument,
  readInstrument,
} from '../../market/index.ts'
import { roundTrip, type SymbolDialect } from '../../provider/index.ts'

/** Exchanges whose shares Massive carries: the consolidated tape of the United States. */
const tape = new Set(['XNYS', 'XNAS', 'ARCX', 'XASE', 'BATS', 'IEXG', 'XCBO', 'OTCM', 'XOTC'])

/** Exchanges whose futures Massive carries. */
const futureExchanges = new Set(['XCME', 'XCBT', 'XNYM', 'XCEC'])
// Massive's pairs are in these, and in few others. BNBUSD is BNB in dollars, not BN in BUSD.
const quotes = ['USDT', 'USDC', 'USD', 'EUR', 'GBP', 'JPY', 'AUD', 'CAD', 'CHF']
const monthCodes = 'FGHJKMNQUVXZ'
/** Contracts are named by the last digit of their year: those of this decade are meant. */
const decade = '202'

/** Massive's spelling: `BRK.B`, `BACpL`, `O:AAPL230616C00150000`, `X:BTCUSD`, `C:EURUSD`, `I:SPX`, `ESZ6`. */
export const massiveSymbols: SymbolDialect = roundTrip(toMassive, readMassive)

export const fromMassive = massiveSymbols.fromProvider

function toMassive(instrument: Instrument): string | undefined {
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
    case 'future':
      if (venue !== undefined && !futureExchanges.has(venue)) return undefined
      return toContract(instrument.root, instrument.expiry)
    default:
      return undefined
  }
}

// Shares have no digits in their symbols.
const contract = /^([A-Z0-9]{1,4}?)([FGHJKMNQUVXZ])(\d)$/

function toContract(root: string, expiry: string | undefined): string | undefined {
  const [, year, month] = /^202(\d)-(\d\d)$/.exec(expiry ?? '') ?? []
  return year && `${root}${monthCodes[Number(month) - 1]}${year}`
}

function readMassive(symbol: string): Instrument | undefined {
  const [, kind, name = ''] = /^([OXCI]):(.+)$/.exec(symbol) ?? []
  // Some endpoints write pairs with a hyphen.
  if (kind === 'X' || kind === 'C') return readPair(kind, name.replace('-', ''))
  if (kind) return readInstrument(symbol).instrument
  const [, root, code = '', year] = contract.exec(symbol) ?? []
  if (root) return future(root, `${decade}${year}-${String(monthCodes.indexOf(code) + 1).padStart(2, '0')}`)
  return /^[A-Z][A-Z0-9.]*(?:p[A-Z])?$/.test(symbol)
    ? equity(symbol.replace(/p([A-Z])$/, '.PR$1'))
    : undefined
}

function readPair(kind: 'X' | 'C', name: string): Instrument | undefined {
  const quote = quotes.find((one) => name.endsWith(one) && name.length > one.length)
  if (!quote) return readInstrument(`${kind}:${name}`).instrument
  const base = name.slice(0, -quote.length)
  return kind === 'X' ? crypto(base, quote) : fx(base, quote)
}

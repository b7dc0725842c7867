import { equity, formatOptionSymbol, future, type Instrument, readInstrument } from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

/** Exchanges whose shares Massive carries: the consolidated tape of the United States. */
const tape = new Set(['XNYS', 'XNAS', 'ARCX', 'XASE', 'BATS', 'IEXG', 'XCBO', 'OTCM', 'XOTC'])

/** Exchanges whose futures Massive carries. */
const futureExchanges = new Set(['XCME', 'XCBT', 'XNYM', 'XCEC'])
const monthCodes = 'FGHJKMNQUVXZ'
/** Contracts are named by the last digit of their year: those of this decade are meant. */
const decade = '202'

/** Massive's spelling: `BRK.B`, `BACpL`, `O:AAPL230616C00150000`, `X:BTCUSD`, `C:EURUSD`, `I:SPX`, `ESZ6`. */
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
      case 'future':
        if (venue !== undefined && !futureExchanges.has(venue)) return undefined
        return toContract(instrument.root, instrument.expiry)
      default:
        return undefined
    }
  },
  fromProvider: fromMassive,
}

// Shares have no digits in their symbols.
const contract = /^([A-Z0-9]{1,4}?)([FGHJKMNQUVXZ])(\d)$/

function toContract(root: string, expiry: string | undefined): string | undefined {
  const [, year, month] = /^202(\d)-(\d\d)$/.exec(expiry ?? '') ?? []
  const symbol = `${root}${monthCodes[Number(month) - 1]}${year}`
  return year && fromMassive(symbol)?.symbol === `${root}.${expiry}` ? symbol : undefined
}

export function fromMassive(symbol: string): Instrument | undefined {
  try {
    if (/^[OXCI]:/.test(symbol)) {
      // Some endpoints write pairs with a hyphen.
      return readInstrument(/^[XC]:/.test(symbol) ? symbol.replace('-', '') : symbol).instrument
    }
    const [, root, code = '', year] = contract.exec(symbol) ?? []
    if (root) return future(root, `${decade}${year}-${String(monthCodes.indexOf(code) + 1).padStart(2, '0')}`)
    return equity(symbol.replace(/p([A-Z])$/, '.PR$1'))
  } catch {
    return undefined
  }
}

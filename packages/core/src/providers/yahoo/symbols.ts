import {
  crypto,
  equity,
  formatOptionSymbol,
  type Instrument,
  listingSuffixes,
  readInstrument,
} from '../../market/index.ts'
import type { SymbolDialect } from '../../provider/index.ts'

/** Exchanges of the United States, whose symbols carry no suffix. */
const unsuffixed = new Set(['XNYS', 'XNAS', 'ARCX', 'XASE', 'BATS', 'IEXG', 'XCBO'])
const indexNames: Readonly<Record<string, string>> = { SPX: 'GSPC', COMP: 'IXIC' }
const monthCodes = 'FGHJKMNQUVXZ'
const futureSuffixes: Readonly<Record<string, string>> = {
  XCME: 'CME',
  XCBT: 'CBT',
  XNYM: 'NYM',
  XCEC: 'CMX',
}

/** Yahoo's spelling: `BRK-B`, `OCDO.L`, `BTC-USD`, `EURUSD=X`, `^GSPC`, `GC=F`, `AAPL220121C00025000`. */
export const yahooSymbols: SymbolDialect = { toProvider: toYahoo, fromProvider: fromYahoo }

function toYahoo(instrument: Instrument): string | undefined {
  const { venue } = instrument
  switch (instrument.assetClass) {
    case 'equity':
    case 'fund': {
      // A preferred share's "PR" is Yahoo's "P": BAC.PRL is BAC-PL.
      const root = instrument.symbol.replace(/\.PR([A-Z])$/, '-P$1').replaceAll('.', '-')
      if (venue === undefined || unsuffixed.has(venue)) return root
      const suffix = suffixOf(venue)
      // Hong Kong's codes have at least four digits here.
      return suffix && `${venue === 'XHKG' ? root.padStart(4, '0') : root}.${suffix}`
    }
    case 'index':
      return `^${indexNames[instrument.symbol] ?? instrument.symbol}`
    case 'crypto':
      // An average over exchanges: no answer for one exchange's price.
      return venue === undefined ? `${instrument.base}-${instrument.quote}` : undefined
    case 'fx':
      return venue === undefined ? `${instrument.base}${instrument.quote}=X` : undefined
    case 'option':
      return formatOptionSymbol(instrument)
    case 'future':
      return toYahooFuture(instrument.root, instrument.expiry, venue)
    default:
      return undefined
  }
}

function toYahooFuture(root: string, expiry: string | undefined, venue: string | undefined) {
  if (expiry === undefined) return `${root}=F`
  const suffix = futureSuffixes[venue ?? '']
  const code = monthCodes[Number(expiry.slice(5, 7)) - 1]
  return suffix && code && expiry.length === 7 ? `${root}${code}${expiry.slice(2, 4)}.${suffix}` : undefined
}

/** @param quoteType - Yahoo's own word for the kind, where an answer has it: the spelling alone can be ambiguous. */
export function fromYahoo(symbol: string, quoteType?: string | null): Instrument | undefined {
  try {
    const pair = /^([^-]+)-([^-]+)$/.exec(symbol)
    if (quoteType === 'CRYPTOCURRENCY' && pair) return crypto(pair[1] ?? '', pair[2] ?? '')
    const [, root, series] = /^([A-Z]{1,5})-P([A-Z])$/.exec(symbol) ?? []
    if (root && quoteType !== 'CRYPTOCURRENCY') return equity(`${root}.PR${series}`)
    const contract = /^(.+)([FGHJKMNQUVXZ])(\d\d)\.(CME|CBT|NYM|CMX)$/.exec(symbol)
    if (contract) return fromContract(contract)
    const listed = /^(.+)\.([A-Z]{1,3})$/.exec(symbol)
    const venue = listed && listingSuffixes[listed[2] ?? '']
    if (listed && venue && !symbol.startsWith('0P')) {
      const code = (listed[1] ?? '').replaceAll('-', '.')
      return equity(venue === 'XHKG' ? code.replace(/^0+(?=\d)/, '') : code, venue)
    }
    return readInstrument(symbol).instrument
  } catch {
    // A kind of thing that has no name here.
    return undefined
  }
}

function fromContract([, root, code = '', year, exchange]: RegExpExecArray): Instrument {
  const venue = Object.keys(futureSuffixes).find((mic) => futureSuffixes[mic] === exchange)
  const month = String(monthCodes.indexOf(code) + 1).padStart(2, '0')
  return readInstrument(`future:${root}.20${year}-${month}@${venue}`).instrument
}

function suffixOf(venue: string): string | undefined {
  return Object.keys(listingSuffixes).find((suffix) => listingSuffixes[suffix] === venue)
}

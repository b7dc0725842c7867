import { BadRequestError, StarkMatterError } from '../errors/index.ts'
import type { Instrument, InstrumentInput } from './instrument.ts'
import { crypto, equity, fund, future, fx, index, option, perp } from './instrument-make.ts'
import { parseOptionSymbol } from './instrument-option-symbol.ts'
import { listingSuffixes } from './instrument-suffix.ts'

/** An instrument and how sure its reading is. A guess is only sent to a provider whose own dialect reads the text so. */
export type ReadInstrument = {
  instrument: Instrument
  confidence: 'certain' | 'guess'
  /** The text as it was given, where it was a text. */
  text: string
}

const fiat = new Set(
  'USD EUR GBP JPY CHF AUD CAD NZD SEK NOK DKK PLN CZK HUF TRY ZAR MXN BRL INR CNY CNH HKD SGD KRW TWD THB ILS RUB IDR MYR PHP SAR AED CLP COP PEN ARS RON BGN ISK'.split(
    ' ',
  ),
)
const coins = new Set(
  'BTC XBT ETH SOL XRP ADA DOGE LTC BCH DOT LINK AVAX MATIC POL UNI ATOM XLM TRX ETC XMR ALGO FIL NEAR APT ARB OP SHIB PEPE SUI TON BNB AAVE ICP'.split(
    ' ',
  ),
)
const stable = ['USDT', 'USDC', 'FDUSD', 'TUSD', 'BUSD', 'DAI']

// Names under which an index is better known than under its caret symbol.
const indexNames: Readonly<Record<string, string>> = { GSPC: 'SPX', IXIC: 'COMP' }

const forms =
  'AAPL, BRK.B, OCDO.L, BTC-USD, BTC/USDT, EURUSD=X, ^GSPC, GC=F, AAPL220121C00025000, or a canonical id like equity:AAPL@XNAS, crypto:BTC/USDT@BINANCE, fx:EUR/USD, index:SPX, future:ES.2026-12@XCME, option:AAPL.2026-12-18.C.150'

/**
 * Reads a canonical id or a loose spelling.
 *
 * @throws {BadRequestError} the text is none of the known forms; the message lists them
 * @example
 * parseInstrument('BTC-USD').id // 'crypto:BTC/USD'
 * parseInstrument('OCDO.L').id // 'equity:OCDO@XLON'
 */
export function parseInstrument(input: InstrumentInput): Instrument {
  return readInstrument(input).instrument
}

/**
 * Like {@link parseInstrument}, and says whether the reading is certain.
 *
 * @throws {BadRequestError} the text is none of the known forms; the message lists them
 */
export function readInstrument(input: InstrumentInput): ReadInstrument {
  const isText = typeof input === 'string'
  if (!isText && input?.assetClass) return { instrument: input, confidence: 'certain', text: input.id }
  const text = isText ? input.trim() : ''
  const instrument = attempt(() => readCanonical(text) ?? readPrefixed(text) ?? readLoose(upper(text)))
  if (instrument) return { instrument, confidence: 'certain', text }
  const guess = attempt(() => readGuess(upper(text)))
  if (guess) return { instrument: guess, confidence: 'guess', text }
  // No symbol is as long: of a text that is none, the error repeats the beginning.
  const shown = isText ? JSON.stringify(input.slice(0, 100)) : `A value of type ${typeof input}`
  throw new BadRequestError(`${shown} is not a symbol. Known forms: ${forms}.`, {
    parameter: 'symbol',
  })
}

// The constructors refuse malformed parts; here that only means "not this form".
function attempt(read: () => Instrument | undefined): Instrument | undefined {
  try {
    return read()
  } catch (error) {
    if (StarkMatterError.is(error) && error.code === 'BAD_REQUEST') return undefined
    throw error
  }
}

function readCanonical(text: string): Instrument | undefined {
  const match = /^(equity|fund|index|crypto|perp|fx|future|option):([^@]+)(?:@(.+))?$/i.exec(text)
  if (!match) return undefined
  const [, kind = '', rawSymbol = '', rawVenue] = match
  const symbol = upper(rawSymbol)
  const venue = rawVenue?.toUpperCase()
  const assetClass = kind.toLowerCase()
  if (assetClass === 'equity') return equity(symbol, venue)
  if (assetClass === 'fund') return fund(symbol, venue)
  if (assetClass === 'index') return index(symbol, venue)
  if (assetClass === 'future') return readFuture(symbol, venue)
  if (assetClass === 'option') {
    const parts = /^(.+)\.(\d{4}-\d\d-\d\d)\.([CP])\.([\d.]+)$/.exec(symbol)
    if (!parts) return undefined
    const [, underlying = '', expiry = '', right, strike = ''] = parts
    return option(underlying, expiry, right === 'C' ? 'C' : 'P', strike, venue)
  }
  const parts = /^([^/:]+)\/([^/:]+)(?::([^/:]+))?$/.exec(symbol)
  if (!parts) return undefined
  const [, base = '', quote = '', settle] = parts
  if (assetClass === 'perp') return perp(base, quote, venue, settle)
  if (settle !== undefined) return undefined
  return assetClass === 'fx' ? fx(base, quote, venue) : crypto(base, quote, venue)
}

function readFuture(symbol: string, venue: string | undefined): Instrument {
  const dated = /^(.+)\.(\d{4}-\d\d(?:-\d\d)?)$/.exec(symbol)
  return dated ? future(dated[1] ?? '', dated[2], venue) : future(symbol, undefined, venue)
}

/** Massive's prefixes: O: option, X: crypto, C: currency, I: index. */
function readPrefixed(text: string): Instrument | undefined {
  const match = /^([OXCI]):(.+)$/i.exec(text)
  if (!match) return undefined
  const rest = upper(match[2] ?? '')
  switch (match[1]?.toUpperCase()) {
    case 'O':
      return parseOptionSymbol(rest)
    case 'I':
      return index(rest)
    case 'C':
      return splitPair(rest, fx, (base, quote) => base.length === 3 && quote.length === 3)
    default:
      return splitPair(rest, crypto, () => true)
  }
}

function readLoose(text: string): Instrument | undefined {
  const optionSymbol = parseOptionSymbol(text)
  if (optionSymbol) return optionSymbol
  if (text.startsWith('^')) return index(indexNames[text.slice(1)] ?? text.slice(1))
  const marked = /^(.+)=([XF])$/.exec(text)
  if (marked?.[1] !== undefined) {
    const name = marked[1]
    if (marked[2] === 'F') return future(name)
    return name.length === 3 ? fx('USD', name) : splitPair(name, fx, () => name.length === 6)
  }
  const swap = /^([^/:]+)\/([^/:]+):([^/:]+)$/.exec(text)
  if (swap) return perp(swap[1] ?? '', swap[2] ?? '', undefined, swap[3])
  const slashed = /^([^/]+)\/([^/]+)$/.exec(text)
  if (slashed) return pairOf(slashed[1] ?? '', slashed[2] ?? '')
  const dashed = /^([^-]+)-([^-]+)$/.exec(text)
  if (dashed) {
    const [, left = '', right = ''] = dashed
    if (fiat.has(right) || stable.includes(right) || coins.has(right)) return pairOf(left, right)
  }
  return readListed(text) ?? readJoinedPair(text)
}

function readListed(text: string): Instrument | undefined {
  const withVenue = /^([^@]+)@([^@]+)$/.exec(text)
  if (withVenue) return equity(withVenue[1] ?? '', withVenue[2])
  const suffixed = /^(.+)\.([A-Z]{1,3})$/.exec(text)
  const venue = suffixed ? listingSuffixes[suffixed[2] ?? ''] : undefined
  if (suffixed && venue !== undefined) {
    const symbol = suffixed[1] ?? ''
    return symbol.startsWith('0P') ? fund(symbol, venue) : equity(symbol, venue)
  }
  const share = /^([A-Z]{1,5})(?:[.-]([A-Z]|PR?[A-Z]|W[ST]|U))?$/.exec(text)
  if (!share) return undefined
  const [, root = '', kind] = share
  if (kind === undefined) return equity(root)
  // Preferred shares: -PL (Yahoo), .PRL (exchanges); warrants and units likewise keep their letters.
  return equity(`${root}.${/^P[A-Z]$/.test(kind) && kind !== 'PR' ? `PR${kind.slice(1)}` : kind}`)
}

/** `BTCUSDT`, `EURUSD`: no separator, but both halves are known. */
function readJoinedPair(text: string): Instrument | undefined {
  if (/^[A-Z]{6}$/.test(text) && fiat.has(text.slice(0, 3)) && fiat.has(text.slice(3))) {
    return fx(text.slice(0, 3), text.slice(3))
  }
  return splitPair(text, crypto, (base) => coins.has(base))
}

function readGuess(text: string): Instrument | undefined {
  if (/^[A-Z0-9]{5,16}$/.test(text)) {
    const pair = splitPair(text, crypto, (_base, quote) => stable.includes(quote))
    if (pair) return pair
  }
  return /^[A-Z0-9][A-Z0-9.&-]{0,14}$/.test(text) ? equity(text) : undefined
}

function pairOf(base: string, quote: string): Instrument {
  return fiat.has(base) && fiat.has(quote) ? fx(base, quote) : crypto(base, quote)
}

/** Splits a pair written without a separator at the quote currency; stable coins first, as they end in longer names. */
function splitPair(
  text: string,
  make: (base: string, quote: string) => Instrument,
  accept: (base: string, quote: string) => boolean,
): Instrument | undefined {
  for (const quote of [...stable, ...fiat, ...coins]) {
    const base = text.slice(0, -quote.length)
    if (base !== '' && text.endsWith(quote) && accept(base, quote)) return make(base, quote)
  }
  return undefined
}

/** Upper case, except where lower case means something: `BACpL` is Bank of America's preferred L. */
function upper(text: string): string {
  const preferred = /^([A-Z]{1,5})p([A-Z])$/.exec(text)
  return preferred ? `${preferred[1]}.PR${preferred[2]}` : text.toUpperCase()
}

import { InvalidParameterError } from '../errors/index.ts'
import type {
  AssetClass,
  FutureInstrument,
  Instrument,
  ListedInstrument,
  OptionInstrument,
  PairInstrument,
} from './instrument.ts'

const symbolPattern = /^[\p{L}\p{N}][\p{L}\p{N}._&+$!-]{0,39}$/u
const venuePattern = /^[A-Z0-9][A-Z0-9_-]{0,19}$/
const datePattern = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/
const strikePattern = /^\d{1,8}(\.\d{1,8})?$/

/**
 * A share. `venue` is the MIC of its listing exchange; without one it is the United States listing.
 *
 * @throws {InvalidParameterError} the symbol or the venue is not one
 * @example
 * equity('BRK.B', 'XNYS').id // 'equity:BRK.B@XNYS'
 */
export function equity(symbol: string, venue?: string): ListedInstrument {
  return listed('equity', symbol, venue)
}

/** A fund that is not traded like a share. */
export function fund(symbol: string, venue?: string): ListedInstrument {
  return listed('fund', symbol, venue)
}

/** An index: `index('SPX').id` is `index:SPX`. */
export function index(symbol: string, venue?: string): ListedInstrument {
  return listed('index', symbol, venue)
}

/** A crypto pair on the spot market: `crypto('BTC', 'USDT', 'BINANCE').id` is `crypto:BTC/USDT@BINANCE`. */
export function crypto(base: string, quote: string, venue?: string): PairInstrument {
  return pair('crypto', base, quote, venue)
}

/** A perpetual swap; `settle` is what it pays in, where that is not the quote: `perp:BTC/USD:BTC@BINANCE`. */
export function perp(base: string, quote: string, venue?: string, settle?: string): PairInstrument {
  return pair('perp', base, quote, venue, settle)
}

/** A currency pair: `fx('EUR', 'USD').id` is `fx:EUR/USD`. */
export function fx(base: string, quote: string, venue?: string): PairInstrument {
  return pair('fx', base, quote, venue)
}

/** A future; without an expiry (`YYYY-MM` or `YYYY-MM-DD`) the continuous contract. */
export function future(root: string, expiry?: string, venue?: string): FutureInstrument {
  check('root', symbolPattern, 'a future’s root like ES', root)
  if (expiry !== undefined) check('expiry', datePattern, 'YYYY-MM or YYYY-MM-DD', expiry)
  const symbol = expiry === undefined ? root : `${root}.${expiry}`
  const common = identify('future', symbol, venue)
  return { ...common, root, ...(expiry !== undefined && { expiry }) }
}

/**
 * A listed option.
 *
 * @param strike - Decimal text keeps every digit; trailing zeros are dropped, so that equal strikes have one id.
 * @example
 * option('AAPL', '2026-12-18', 'C', '150.00').id // 'option:AAPL.2026-12-18.C.150'
 */
export function option(
  underlying: string,
  expiry: string,
  right: 'C' | 'P',
  strike: string | number,
  venue?: string,
): OptionInstrument {
  check('underlying', symbolPattern, 'a symbol like AAPL', underlying)
  if (expiry.length !== 10) throw new InvalidParameterError('expiry', 'YYYY-MM-DD', expiry)
  check('expiry', datePattern, 'YYYY-MM-DD', expiry)
  const text = String(strike)
  check('strike', strikePattern, 'a price like 150 or 152.5', text)
  const plain = text
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
  const common = identify('option', `${underlying}.${expiry}.${right}.${plain}`, venue)
  return { ...common, underlying, expiry, right, strike: plain }
}

/** The canonical text of an instrument: `class:SYMBOL[@VENUE]`. Reading it back gives the same instrument. */
export function formatInstrument(instrument: Pick<Instrument, 'assetClass' | 'symbol' | 'venue'>): string {
  const { assetClass, symbol, venue } = instrument
  return `${assetClass}:${symbol}${venue === undefined ? '' : `@${venue}`}`
}

function listed(
  assetClass: ListedInstrument['assetClass'],
  symbol: string,
  venue?: string,
): ListedInstrument {
  check('symbol', symbolPattern, 'a symbol like AAPL or BRK.B', symbol)
  return identify(assetClass, symbol, venue)
}

function pair(
  assetClass: PairInstrument['assetClass'],
  base: string,
  quote: string,
  venue?: string,
  settle?: string,
): PairInstrument {
  check('base', symbolPattern, 'a currency like BTC', base)
  check('quote', symbolPattern, 'a currency like USD', quote)
  if (settle !== undefined) check('settle', symbolPattern, 'a currency like USDT', settle)
  const symbol = `${base}/${quote}${settle === undefined ? '' : `:${settle}`}`
  return { ...identify(assetClass, symbol, venue), base, quote }
}

function identify<const assetClass extends AssetClass>(
  assetClass: assetClass,
  symbol: string,
  venue: string | undefined,
): { assetClass: assetClass; symbol: string; id: string; venue?: string } {
  if (venue !== undefined) check('venue', venuePattern, 'a MIC like XNYS or a venue’s name', venue)
  const parts = { assetClass, symbol, ...(venue !== undefined && { venue }) }
  return { id: formatInstrument(parts), ...parts }
}

function check(parameter: string, pattern: RegExp, expected: string, got: string): void {
  if (!pattern.test(got)) throw new InvalidParameterError(parameter, expected, got)
}

import { crypto, type Instrument, readInstrument } from '../../market/index.ts'

/**
 * The instrument that a symbol in a file or its name stands for. A venue is kept for coins only, whose prices differ
 * between venues.
 *
 * @throws {BadRequestError} the text cannot be a symbol
 */
export function instrumentOf(symbol: string, venue: string | null = null): Instrument {
  // Tools write BASE_QUOTE in file names, and AAPL.US for a share of the United States.
  const spelled = symbol.replace(/_(?=(USD[TC]?|EUR|GBP|JPY|BTC|ETH|BNB|BUSD)$)/, '/').replace(/\.US$/, '')
  const { instrument } = readInstrument(spelled)
  if (instrument.assetClass !== 'crypto' || venue === null) return instrument
  return crypto(instrument.base, instrument.quote, venue)
}

/**
 * Whether a file's instrument answers a question for another. A listing exchange that one of them leaves out is no
 * difference; `BTC/USDT`, `BTC-USDT` and `BTCUSDT` are one symbol.
 */
export function isSameInstrument(ofFile: Instrument, asked: Instrument): boolean {
  if (ofFile.venue !== undefined && asked.venue !== undefined && ofFile.venue !== asked.venue) return false
  return symbolKey(ofFile.symbol) === symbolKey(asked.symbol)
}

function symbolKey(symbol: string): string {
  return symbol.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

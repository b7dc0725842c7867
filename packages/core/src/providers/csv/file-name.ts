import type { Adjustment, Interval } from '../../market/index.ts'
import { isInterval } from '../../market/index.ts'

/** What a file's name says about its content. */
export type FileName = {
  /** `null` when the name holds no symbol, as in `prices.csv`. */
  symbol: string | null
  venue: string | null
  interval: Interval | null
  adjustment: Adjustment | null
}

const venues =
  'binance binanceus coinbase coinbasepro gdax kraken bitstamp bitfinex gemini okx okex bybit kucoin huobi htx gateio mexc poloniex bittrex bitmex deribit hyperliquid oanda fxcm dukascopy'.split(
    ' ',
  )
const words =
  'historicaldata marketdata raw unadjusted unadj adjusted adj factors factor hist historical history data prices price stock stocks ohlc ohlcv bars bar candles candle candlestick klines kline quote quotes trade trades fixed full export download spot all market eod'.split(
    ' ',
  )
const intervalWords: Record<string, Interval> = {
  tick: '1s',
  minute: '1m',
  minutely: '1m',
  min: '1m',
  hour: '1h',
  hourly: '1h',
  h: '1h',
  day: '1d',
  daily: '1d',
  d: '1d',
  eod: '1d',
  week: '1w',
  weekly: '1w',
  w: '1w',
  month: '1mo',
  monthly: '1mo',
}

/**
 * Reads symbol, venue, interval and adjustment out of a path: `SPY-daily-raw.csv`, `AAPL-1m-2014-06-05_09.csv`,
 * `BTCUSDT-binance-1h-2020-05.csv`, `Binance_BTCUSDT_d.csv`, `daily/BRK-B.csv`.
 */
export function readFileName(path: string): FileName {
  const parts = path.split(/[\\/]/)
  const base = (parts.pop() ?? '')
    .replace(/\.(csv|tsv|txt|psv)$/i, '')
    .replace(/^DAT_[A-Z]+_/, '')
    // MetaTrader: EURUSD60.
    .replace(/^([A-Z]{6})(\d{1,4})$/, '$1-$2m')
  const name: FileName = { symbol: null, venue: null, interval: null, adjustment: null }
  const tokens = base.split(/[-_\s()]+/).filter((token) => token !== '')
  const symbol: string[] = []
  let inSymbol = true
  for (const [index, token] of tokens.entries()) {
    const word = token.toLowerCase()
    // The first word is the symbol even where it means something else too: `D`, `ALL`, `T`.
    const first = symbol.length === 0 && token === token.toUpperCase() && /[A-Z]/.test(token) && index === 0
    if (venues.includes(word)) {
      name.venue = word.toUpperCase()
      inSymbol = inSymbol && symbol.length === 0
    } else if (!first && describe(word, name)) {
      inSymbol = inSymbol && symbol.length === 0
    } else if (inSymbol && (index === 0 || belongsToSymbol(token, symbol.length))) {
      symbol.push(token.toUpperCase())
    } else {
      inSymbol = false
    }
  }
  for (const folder of parts) describe(folder.toLowerCase(), name)
  name.symbol = symbol.length === 0 ? null : joinSymbol(base, symbol)
  return name
}

/** Behind the first word: `B` of `BRK-B`, `USD` of `BTC-USD`, or a symbol behind words that are none. */
function belongsToSymbol(token: string, length: number): boolean {
  return length === 0 ? /^[A-Z][A-Z0-9.]*$/.test(token) : /^([A-Z]{1,4}|[a-z])$/.test(token)
}

/** Notes what a word says; false for a word that says nothing known. */
function describe(word: string, name: FileName): boolean {
  const interval = intervalOf(word)
  if (interval) name.interval ??= interval
  if (word === 'raw' || word.startsWith('unadj')) name.adjustment ??= 'raw'
  if (word === 'adjusted' || word === 'adj') name.adjustment ??= 'splits+dividends'
  return interval !== undefined || words.includes(word)
}

function intervalOf(word: string): Interval | undefined {
  if (Object.hasOwn(intervalWords, word)) return intervalWords[word]
  const match =
    /^(\d+)(s|sec|m|min|mins|minute|minutes|h|hr|hour|hours|d|day|days|w|wk|week|mo|mon|month|y)$/.exec(word)
  if (!match) return /^[mhdw]\d{1,2}$/.test(word) ? intervalOf(word.slice(1) + word.slice(0, 1)) : undefined
  const [, count = '', unit = ''] = match
  const short = unit.startsWith('mo') ? 'mo' : unit.slice(0, 1)
  const hours = short === 'm' ? Number(count) / 60 : 0
  const text = Number.isInteger(hours) && hours > 0 ? `${hours}h` : `${Number(count)}${short}`
  return isInterval(text) ? text : undefined
}

/** `BRK-B` and `SAP-DE` are written with a point elsewhere; `BTC-USD` and `UNITTEST_BTC` are pairs. */
function joinSymbol(base: string, tokens: readonly string[]): string {
  const [first = '', second = ''] = tokens
  if (second.length < 3) return tokens.join('.')
  return tokens.join(base.toUpperCase().startsWith(`${first}_`) ? '_' : '-')
}

import { restClient } from '@massive.com/client-js'
import ccxt from 'ccxt'
import YahooFinance from 'yahoo-finance2'

const exchange = new ccxt.binance()
const market = { symbol: 'BTC/USDT', id: 'BTCUSDT', base: 'BTC', quote: 'USDT', spot: true, type: 'spot' }

/** ccxt: frames of Binance's stream to trades. */
export function ccxtTrades(frames) {
  const rows = frames.map((frame) => JSON.parse(frame).data)
  return exchange.parseTrades(rows, market).length
}

/** ccxt: an answer of Binance's klines to bars. */
export function ccxtBars(text) {
  return exchange.parseOHLCVs(JSON.parse(text), market, '1m').length
}

if (typeof restClient !== 'function') throw new Error('@massive.com/client-js is another one than expected.')

/** Massive's own client reads no frames: its socket hands over text, which is parsed and nothing more. */
export function massiveTrades(frames) {
  let count = 0
  for (const frame of frames) count += JSON.parse(frame).length
  return count
}

let answer = globalThis.fetch
const yahooFinance = new YahooFinance({
  fetch: (...request) => answer(...request),
  suppressNotices: ['yahooSurvey'],
  versionCheck: false,
})

/** yahoo-finance2: a chart of Yahoo's, from the answer of `fetch` to bars, checked against its schema. */
export async function yahooFinanceBars(fetch) {
  answer = fetch
  const { quotes } = await yahooFinance.chart('TEST', { period1: '1990-01-01', interval: '1d' })
  return quotes.length
}

import { restClient } from '@massive.com/client-js'
import ccxt from 'ccxt'

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

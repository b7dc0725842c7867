import { isJsonObject } from '../provider/index.ts'
import { checksumOf } from '../providers/kraken/stream-book.ts'
import type { FakeCryptoVenue } from './fake-binance.ts'
import { FakeExchange, type FakeTrade } from './fake-exchange.ts'
import { createFakeSocketVenue } from './fake-socket-venue.ts'
import { createFakeVenue } from './fake-venue.ts'

const symbol = 'BTC/USD'

/** Kraken with one pair, BTC/USD, over real sockets: trades, bars of a minute, tickers and a book with checksums. */
export async function createFakeKraken(): Promise<FakeCryptoVenue> {
  const exchange = new FakeExchange()
  const channels = new Map<string, number>()
  const sockets = await createFakeSocketVenue({
    greet() {
      channels.clear()
      return [{ channel: 'status', type: 'update', data: [{ system: 'online', api_version: 'v2' }] }]
    },
    answer(text) {
      const message: unknown = JSON.parse(text)
      if (!isJsonObject(message)) return []
      if (message.method === 'ping') return [{ method: 'pong' }]
      if (!isJsonObject(message.params)) return []
      const { channel, depth, symbol: symbols } = message.params
      const { method } = message
      const unknown = Array.isArray(symbols) && symbols.find((one) => one !== symbol)
      if (unknown) return [{ method, success: false, error: 'Currency pair not supported', symbol: unknown }]
      if (method === 'subscribe') channels.set(String(channel), Number(depth ?? 0))
      else channels.delete(String(channel))
      const reply = { method, success: true, result: { channel, symbol } }
      if (method === 'unsubscribe') return [reply]
      if (channel === 'book')
        return [reply, bookFrame('snapshot', exchange.levels('bids'), exchange.levels('asks'))]
      if (channel === 'ohlc') return [reply, frameOf('ohlc', 'snapshot', exchange.bars('1m').map(ohlcOf))]
      return [reply]
    },
  })
  const levelText = ([price, qty]: readonly [string, string]) => `{"price":${price},"qty":${qty}}`
  type Levels = readonly (readonly [string, string])[]
  /** Written by hand, as numbers keep their zeros on the wire. */
  function bookFrame(type: string, bids: Levels, asks: Levels): string {
    const depth = channels.get('book') ?? 10
    const best = [...exchange.levels('asks', 10), ...exchange.levels('bids', 10)]
    const [b, a] = [bids.slice(0, depth), asks.slice(0, depth)].map(
      (side) => `[${side.map(levelText).join()}]`,
    )
    const facts = `"checksum":${checksumOf(best)},"timestamp":"${new Date().toISOString()}"`
    return `{"channel":"book","type":"${type}","data":[{"symbol":"${symbol}","bids":${b},"asks":${a},${facts}}]}`
  }
  exchange.listen({
    trade(trade) {
      const { id, price, size, side } = trade
      const data = [
        { symbol, side, price: Number(price), qty: Number(size), trade_id: id, timestamp: isoOf(trade) },
      ]
      if (channels.has('trade')) sockets.send({ channel: 'trade', type: 'update', data })
      const bars = exchange.bars('1m').slice(-1).map(ohlcOf)
      if (channels.has('ohlc')) sockets.send(frameOf('ohlc', 'update', bars))
      if (channels.has('ticker')) sockets.send(frameOf('ticker', 'update', [tickerOf(exchange, price)]))
    },
    change({ side, price, size }) {
      // A level that comes into the depth, as another one left it, is sent with that.
      const depth = channels.get('book') ?? 10
      const entered = Number(size) === 0 ? exchange.levels(side, depth).slice(depth - 1) : []
      const level: Levels = [[price, size], ...entered]
      const [bids, asks] = side === 'bids' ? [level, []] : [[], level]
      if (channels.has('book')) sockets.send(bookFrame('update', bids, asks))
    },
  })
  const http = await createFakeVenue([
    ({ url }) => {
      if (url.pathname.endsWith('/Trades')) {
        const since = Number((url.searchParams.get('since') ?? '0').slice(0, -6))
        const trades = exchange.tradesBetween(since + 1, Number.POSITIVE_INFINITY).slice(0, 1000)
        const rows = trades.map(({ id, time, price, size, side }) => {
          return `["${price}","${size}",${time / 1000},"${side === 'buy' ? 'b' : 's'}","l","",${id}]`
        })
        return { text: `{"error":[],"result":{"XXBTZUSD":[${rows.join()}],"last":"0"}}` }
      }
      if (!url.pathname.endsWith('/OHLC')) return undefined
      const since = Number(url.searchParams.get('since')) * 1000
      const bars = exchange.bars('1m').filter(({ time }) => time > since)
      const rows = bars.map((bar) => {
        const prices = [bar.open, bar.high, bar.low, bar.close, bar.vwap ?? 0, bar.volume].map(String)
        return [bar.time / 1000, ...prices, bar.trades]
      })
      return { json: { error: [], result: { XXBTZUSD: rows, last: 0 } } }
    },
  ])
  return {
    exchange,
    http,
    streamUrl: `${sockets.url}/v2`,
    heard: sockets.heard,
    get connections() {
      return sockets.paths.length
    },
    cut: sockets.cut,
    async [Symbol.asyncDispose]() {
      await Promise.all([sockets.close(), http.close()])
    },
  }
}

function frameOf(channel: string, type: string, data: readonly object[]): object {
  return { channel, type, data }
}

function ohlcOf(bar: ReturnType<FakeExchange['bars']>[number]): object {
  const { open, high, low, close, volume, vwap = 0, trades } = bar
  const interval_begin = new Date(bar.time).toISOString()
  return { symbol, interval: 1, interval_begin, open, high, low, close, volume, vwap, trades }
}

function tickerOf(exchange: FakeExchange, price: string): object {
  const [[bid = '', bid_qty = ''] = [], [ask = '', ask_qty = ''] = []] = [
    exchange.levels('bids', 1)[0],
    exchange.levels('asks', 1)[0],
  ]
  const best = { bid: Number(bid), bid_qty: Number(bid_qty), ask: Number(ask), ask_qty: Number(ask_qty) }
  return {
    symbol,
    ...best,
    last: Number(price),
    volume: 123.4,
    low: 49_900,
    high: 50_100,
    change: 10,
    change_pct: 0.02,
  }
}

function isoOf({ time }: FakeTrade): string {
  return new Date(time).toISOString().replace('Z', '123Z')
}

import { isInterval } from '../market/index.ts'
import { isJsonObject } from '../provider/index.ts'
import { granularities } from '../providers/coinbase/intervals.ts'
import type { FakeCryptoVenue } from './fake-binance.ts'
import { FakeExchange, type FakeTrade } from './fake-exchange.ts'
import { createFakeSocketVenue } from './fake-socket-venue.ts'
import { createFakeVenue } from './fake-venue.ts'

const product_id = 'BTC-USD'

/** Coinbase with one pair, BTC-USD, over real sockets: trades, bars of five minutes, tickers and a book. */
export async function createFakeCoinbase(): Promise<FakeCryptoVenue> {
  const exchange = new FakeExchange()
  const channels = new Set<string>()
  let sequence = 0
  const message = (channel: string, event: object) => {
    return { channel, client_id: '', timestamp: isoOf(Date.now()), sequence_num: sequence++, events: [event] }
  }
  const sockets = await createFakeSocketVenue({
    greet() {
      channels.clear()
      sequence = 0
      return []
    },
    answer(text) {
      const request: unknown = JSON.parse(text)
      if (!isJsonObject(request)) return []
      const channel = String(request.channel)
      if (request.type === 'subscribe') channels.add(channel)
      else channels.delete(channel)
      const snapshot = request.type === 'subscribe' && snapshotOf(channel)
      const reply = message('subscriptions', { subscriptions: { [channel]: [product_id] } })
      return snapshot ? [snapshot, reply] : [reply]
    },
  })
  function snapshotOf(channel: string): object | undefined {
    const type = 'snapshot'
    if (channel === 'level2') return message('l2_data', bookOf(type, levelsOf(exchange)))
    if (channel === 'candles') return message('candles', { type, candles: candlesOf(exchange) })
    if (channel !== 'market_trades') return undefined
    return message('market_trades', { type, trades: exchange.trades.map(tradeOf).reverse() })
  }
  // A heartbeat every second, as there may be nothing else to hear.
  const beat = setInterval(() => {
    if (channels.has('heartbeats')) sockets.send(message('heartbeats', { heartbeat_counter: sequence }))
  }, 1000)
  const tell = (channel: string, data: string, event: object) => {
    if (channels.has(channel)) sockets.send(message(data, event))
  }
  exchange.listen({
    trade(trade) {
      tell('market_trades', 'market_trades', { type: 'update', trades: [tradeOf(trade)] })
      tell('candles', 'candles', { type: 'update', candles: candlesOf(exchange).slice(-1) })
      tell('ticker', 'ticker', { type: 'update', tickers: [tickerOf(exchange, trade.price)] })
    },
    lost: () => sequence++,
    change: ({ side, price, size }) =>
      tell('level2', 'l2_data', bookOf('update', [[side === 'bids' ? 'bid' : 'offer', price, size]])),
  })
  const http = await createFakeVenue([
    ({ url }) => {
      const [start, end] = ['start', 'end'].map((name) => Number(url.searchParams.get(name)) * 1000)
      if (url.pathname.endsWith('/ticker')) {
        const limit = Number(url.searchParams.get('limit'))
        // The newest of the range, newest first.
        const trades = exchange.tradesBetween(start ?? 0, (end ?? 0) + 1).slice(-limit)
        return { json: { trades: trades.map(tradeOf).reverse(), best_bid: '50000.0', best_ask: '50000.5' } }
      }
      if (!url.pathname.endsWith('/candles')) return undefined
      const length = url.searchParams.get('granularity')
      const interval = Object.keys(granularities)
        .filter(isInterval)
        .find((one) => granularities[one] === length)
      if (!interval) return undefined
      const bars = exchange.bars(interval).filter(({ time }) => time >= (start ?? 0) && time < (end ?? 0))
      return { json: { candles: bars.map(candleOf).reverse() } }
    },
  ])
  return {
    exchange,
    http,
    streamUrl: sockets.url,
    heard: sockets.heard,
    get connections() {
      return sockets.paths.length
    },
    cut: sockets.cut,
    async [Symbol.asyncDispose]() {
      clearInterval(beat)
      await Promise.all([sockets.close(), http.close()])
    },
  }
}

function tradeOf({ id, time, price, size, side }: FakeTrade): object {
  return { trade_id: String(id), product_id, price, size, side: side.toUpperCase(), time: isoOf(time) }
}

type Update = readonly [side: string, price: string, size: string]

function levelsOf(exchange: FakeExchange): Update[] {
  return [
    ...exchange.levels('bids').map(([price, size]): Update => ['bid', price, size]),
    ...exchange.levels('asks').map(([price, size]): Update => ['offer', price, size]),
  ]
}

function bookOf(type: string, updates: readonly Update[]): object {
  const event_time = isoOf(Date.now())
  const rows = updates.map(([side, price_level, new_quantity]) => ({
    side,
    event_time,
    price_level,
    new_quantity,
  }))
  return { type, product_id, updates: rows }
}

function candleOf(bar: ReturnType<FakeExchange['bars']>[number]): object {
  const { time, open, high, low, close, volume } = bar
  const [o, h, l, c, v] = [open, high, low, close, volume].map(String)
  return { start: String(time / 1000), high: h, low: l, open: o, close: c, volume: v, product_id }
}

function candlesOf(exchange: FakeExchange): object[] {
  return exchange.bars('5m').map(candleOf)
}

function tickerOf(exchange: FakeExchange, price: string): object {
  const [[bid, bidSize] = [], [ask, askSize] = []] = [
    exchange.levels('bids', 1)[0],
    exchange.levels('asks', 1)[0],
  ]
  return {
    type: 'ticker',
    product_id,
    price,
    volume_24_h: '123.4',
    low_24_h: '49900',
    high_24_h: '50100',
    price_percent_chg_24_h: '0.02',
    best_bid: bid,
    best_bid_quantity: bidSize,
    best_ask: ask,
    best_ask_quantity: askSize,
  }
}

function isoOf(time: number): string {
  return new Date(time).toISOString().replace('Z', '000Z')
}

import { isJsonObject } from '../provider/index.ts'
import { FakeExchange } from './fake-exchange.ts'
import { createFakeSocketVenue } from './fake-socket-venue.ts'
import { createFakeVenue, type FakeVenue } from './fake-venue.ts'

export type FakeCryptoVenue = {
  exchange: FakeExchange
  /** Its REST interface. */
  http: FakeVenue
  streamUrl: string
  /** Every frame that came, in order. */
  heard: readonly string[]
  /** How many connections were made so far. */
  readonly connections: number
  /** Cuts every connection without a closing word. */
  cut(): void
  [Symbol.asyncDispose](): Promise<void>
}

const stream = (name: string) => `btcusdt@${name}`

/** Binance with one pair, BTCUSDT, over real sockets: aggregate trades, bars of a minute, quotes and a book. */
export async function createFakeBinance(): Promise<FakeCryptoVenue> {
  const exchange = new FakeExchange()
  const names = new Set<string>()
  const sockets = await createFakeSocketVenue({
    greet() {
      names.clear()
      return []
    },
    answer(text) {
      const message: unknown = JSON.parse(text)
      if (!isJsonObject(message)) return []
      const { method, params, id } = message
      for (const name of Array.isArray(params) ? params : []) {
        if (method === 'SUBSCRIBE') names.add(String(name))
        else names.delete(String(name))
      }
      return [{ result: method === 'LIST_SUBSCRIPTIONS' ? [...names] : null, id }]
    },
  })
  const tell = (name: string, data: object) => {
    if (names.has(name)) sockets.send({ stream: name, data })
  }
  const klineOf = (bar: ReturnType<FakeExchange['bars']>[number]) => [
    bar.time,
    String(bar.open),
    String(bar.high),
    String(bar.low),
    String(bar.close),
    String(bar.volume),
    bar.time + 59_999,
    '0',
    bar.trades,
  ]
  const tellBar = (bar: ReturnType<FakeExchange['bars']>[number] | undefined) => {
    if (!bar) return
    const [t, o, h, l, c, v, T, , n] = klineOf(bar)
    const k = { t, T, s: 'BTCUSDT', i: '1m', o, c, h, l, v, n, x: bar.closed }
    tell(stream('kline_1m'), { e: 'kline', E: T, s: 'BTCUSDT', k })
  }
  exchange.listen({
    trade({ id, time, price, size, side }) {
      const trade = { a: id, s: 'BTCUSDT', p: price, q: size, f: id, l: id, T: time, m: side === 'sell' }
      tell(stream('aggTrade'), { e: 'aggTrade', E: time, ...trade, M: true })
      const [before, last] = exchange.bars('1m').slice(-2)
      // The first trade of a minute is also the end of the one before.
      if (last && exchange.trades.at(-2) && (exchange.trades.at(-2)?.time ?? 0) < last.time) tellBar(before)
      tellBar(last ?? before)
      tell(stream('ticker'), dayOf(price, time))
    },
    change({ id, side, price, size }) {
      const change = { U: id, u: id, b: [] as string[][], a: [] as string[][] }
      change[side === 'bids' ? 'b' : 'a'].push([price, size])
      tell(stream('depth@100ms'), { e: 'depthUpdate', E: Date.now(), s: 'BTCUSDT', ...change })
      const [[b, B] = [], [a, A] = []] = [exchange.levels('bids', 1)[0], exchange.levels('asks', 1)[0]]
      tell(stream('bookTicker'), { u: id, s: 'BTCUSDT', b, B, a, A })
    },
  })
  const number = (url: URL, name: string) => Number(url.searchParams.get(name))
  const http = await createFakeVenue([
    ({ url }) => {
      const [from, to] = [number(url, 'startTime'), number(url, 'endTime')]
      const limit = number(url, 'limit')
      if (url.pathname.endsWith('/aggTrades')) {
        const trades = exchange.tradesBetween(from, to + 1).slice(0, limit)
        return {
          json: trades.map(({ id, time, price, size, side }) => {
            return { a: id, p: price, q: size, f: id, l: id, T: time, m: side === 'sell', M: true }
          }),
        }
      }
      if (url.pathname.endsWith('/klines')) {
        const bars = exchange.bars('1m').filter(({ time }) => time >= from && time <= to)
        return { json: bars.slice(0, limit).map(klineOf) }
      }
      if (!url.pathname.endsWith('/depth')) return undefined
      const [bids, asks] = [exchange.levels('bids', limit), exchange.levels('asks', limit)]
      return { json: { lastUpdateId: exchange.updates, bids, asks } }
    },
  ])
  return {
    exchange,
    http,
    streamUrl: `${sockets.url}/stream`,
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

function dayOf(price: string, time: number): object {
  return {
    e: '24hrTicker',
    E: time,
    s: 'BTCUSDT',
    p: '10.0',
    P: '0.020',
    x: '49990.0',
    c: price,
    o: '49990.0',
    h: '50100.0',
    l: '49900.0',
    v: '123.4',
    C: time,
  }
}

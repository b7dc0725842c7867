import { BarSeries, equity } from '../../market/index.ts'
import {
  defineProvider,
  type HttpResponse,
  type StreamCodec,
  type StreamTopic,
  sourceOf,
  statusError,
  Wire,
} from '../../provider/index.ts'

export type ChaosProviderOptions = {
  id: string
  /** Of REST and, with `ws` in the place of `http`, of the stream. */
  baseUrl: string
  /** Without it trades have an id and no number, so that what never came cannot be noticed. @default true */
  counted?: boolean
  /** @default 400 */
  silenceMs?: number
}

/** The provider for a venue of chaos. */
export function chaosProvider({ id, baseUrl, counted = true, silenceMs = 400 }: ChaosProviderOptions) {
  const instrument = equity('CHAOS')
  const tradeOf = (item: Wire) => ({
    instrument,
    time: item.at('time').number(),
    price: item.at('price').number(),
    size: item.at('size').number(),
    id: String(item.at('sequence').number()),
    ...(counted && { sequence: item.at('sequence').number() }),
  })
  const rows = (response: HttpResponse) => {
    const failure = statusError(id, response)
    if (failure) throw failure
    return new Wire(id, response.json(id)).items()
  }

  return defineProvider({
    id,
    title: 'Venue of chaos',
    delayedMs: 0,
    symbols: {
      toProvider: ({ assetClass, symbol }) => (assetClass === 'equity' ? symbol : undefined),
      fromProvider: (symbol) => equity(symbol),
    },
    getBars: {
      assets: ['equity'],
      intervals: ['1s', '1m'],
      adjustments: ['raw'],
      request: ({ start, end }) => ({ url: `${baseUrl}/bars?start=${start}&end=${end}` }),
      parse(response, query) {
        const items = rows(response)
        const column = (name: string) => Float64Array.from(items, (item) => item.at(name).number())
        const { interval, adjustment } = query
        const facts = { instrument, interval, adjustment, timeZone: 'UTC', currency: 'USD', priceScale: 1 }
        const rest = { source: sourceOf(id, query), gaps: [], issues: [], simulated: false, forming: false }
        const prices = {
          open: column('open'),
          high: column('high'),
          low: column('low'),
          close: column('close'),
        }
        return new BarSeries(
          { ...facts, ...rest },
          { time: column('time'), ...prices, volume: column('volume') },
        )
      },
    },
    getTrades: {
      assets: ['equity'],
      request: ({ start, end, limit }) => ({
        url: `${baseUrl}/trades?start=${start}&end=${end}&limit=${limit}`,
      }),
      parse: (response) => rows(response).map(tradeOf),
    },
    watchBars: { assets: ['equity'], via: 'stream', intervals: ['1s', '1m'] },
    watchTrades: { assets: ['equity'], via: 'stream' },
    stream: {
      kind: 'socket',
      url: baseUrl.replace(/^http/, 'ws'),
      silenceMs,
      complete: counted ? ['trades', 'bars', 'closes'] : ['bars', 'closes'],
      codec: (): StreamCodec => codec(id, tradeOf),
    },
  })
}

function codec(id: string, tradeOf: (item: Wire) => import('../../market/index.ts').Trade): StreamCodec {
  const keys = new Map<string, string>()
  const note = (topics: readonly StreamTopic[]) => {
    for (const { channel, key } of topics) keys.set(channel, key)
    return {}
  }
  return {
    open: () => ({}),
    subscribe: note,
    unsubscribe: () => ({}),
    receive(frame) {
      const item = new Wire(id, JSON.parse(String(frame)))
      const kind = item.at('kind').text()
      if (kind === 'hello') return { ready: true }
      if (kind === 'heartbeat') return {}
      const topic = keys.get(kind === 'bar' ? 'bars' : 'trades')
      if (topic === undefined) return {}
      if (kind === 'trade') return { events: [{ type: 'trade', topic, trade: tradeOf(item) }] }
      const number = (name: string) => item.at(name).number()
      const [time, open, high, low] = [number('time'), number('open'), number('high'), number('low')]
      const [close, volume, closed] = [number('close'), number('volume'), item.at('closed').value === true]
      return { events: [{ type: 'bar', topic, bar: { time, open, high, low, close, volume, closed } }] }
    },
  }
}

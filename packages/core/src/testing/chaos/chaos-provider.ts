import { BarSeries, equity } from '../../market/index.ts'
import { defineProvider, type HttpResponse, sourceOf, statusError, Wire } from '../../provider/index.ts'
import { type BookStyle, ChaosCodec, chaosInstrument } from './chaos-codec.ts'

export type ChaosProviderOptions = {
  id: string
  /** Of REST and, with `ws` in the place of `http`, of the stream. */
  baseUrl: string
  /** Without it trades have an id and no number, so that what never came cannot be noticed. @default true */
  counted?: boolean
  /** @default 'numbered' */
  bookStyle?: BookStyle
  /** @default 400 */
  silenceMs?: number
}

/** The provider for a venue of chaos. */
export function chaosProvider({
  id,
  baseUrl,
  counted = true,
  bookStyle = 'numbered',
  silenceMs = 400,
}: ChaosProviderOptions) {
  const instrument = chaosInstrument
  const tradeOf = (item: Wire) => ({
    instrument,
    time: item.at('time').number(),
    price: item.at('price').number(),
    size: item.at('size').number(),
    id: String(item.at('sequence').number()),
    ...(counted && { sequence: item.at('sequence').number() }),
  })
  const body = (response: HttpResponse) => {
    const failure = statusError(id, response)
    if (failure) throw failure
    return new Wire(id, response.json(id))
  }
  const rows = (response: HttpResponse) => body(response).items()

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
    getOrderBook: {
      assets: ['equity'],
      request: () => ({ url: `${baseUrl}/book` }),
      parse(response, { numeric }) {
        const book = body(response)
        const side = (name: 'b' | 'a') =>
          book
            .at(name)
            .items()
            .map((level) => [level.at(0).decimal(numeric), level.at(1).decimal(numeric)] as const)
        const facts = { time: book.at('time').number(), sequence: book.at('sequence').number() }
        return { instrument, ...facts, bids: side('b'), asks: side('a') }
      },
    },
    watchBars: { assets: ['equity'], via: 'stream', intervals: ['1s', '1m'] },
    watchTrades: { assets: ['equity'], via: 'stream' },
    watchQuotes: { assets: ['equity'], via: 'stream' },
    watchOrderBook: { assets: ['equity'], via: 'stream' },
    stream: {
      kind: 'socket',
      url: baseUrl.replace(/^http/, 'ws'),
      silenceMs,
      complete: counted ? ['trades', 'bars', 'closes'] : ['bars', 'closes'],
      codec: () => new ChaosCodec({ provider: id, bookStyle, tradeOf }),
    },
  })
}

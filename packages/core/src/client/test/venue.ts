import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { UnknownSymbolError } from '../../errors/index.ts'
import { BarSeries, equity, parseInterval, type Quote } from '../../market/index.ts'
import {
  type BarsQuery,
  defineProvider,
  exactColumn,
  exactVolumeColumn,
  type Limit,
  parseExactJson,
  sourceOf,
  statusError,
  unknownQuote,
  Wire,
} from '../../provider/index.ts'

export type Handler = (url: URL, response: ServerResponse, request: IncomingMessage) => void

/** A venue on 127.0.0.1 that answers as `handler` says and counts what it was asked. */
export async function startVenue(handler: Handler = serveBars) {
  const requests: URL[] = []
  const venue = { handler }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    requests.push(url)
    venue.handler(url, response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    requests,
    answerWith(next: Handler) {
      venue.handler = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The bar that this venue always has at a time: prices follow from the time alone, so a test can know them. */
export function rowAt(time: number): [number, number, number, number, number, number] {
  const price = 100 + ((time / 60_000) % 1000) / 10
  return [time, price, price + 1, price - 1, price + 0.5, 1000]
}

/** Answers `/bars` with every bar of the range, `/quotes` with every symbol but `NOPE`. */
export function serveBars(url: URL, response: ServerResponse): void {
  const query = url.searchParams
  if (url.pathname === '/quotes') {
    const symbols = (query.get('symbols') ?? '').split(',').filter((symbol) => symbol !== 'NOPE')
    sendJson(response, { quotes: symbols.map((symbol) => ({ symbol, last: symbol.length * 10 })) })
    return
  }
  if (query.get('symbol') === 'NOPE') {
    sendJson(response, { error: 'unknown symbol' }, 404)
    return
  }
  const { ms } = parseInterval(query.get('interval') ?? '1m')
  const [start, end] = [Number(query.get('start')), Number(query.get('end'))]
  const rows = []
  for (let time = Math.ceil(start / ms) * ms; time < end; time += ms) rows.push(rowAt(time))
  sendJson(response, { rows })
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

export type VenueOptions = { baseUrl: string; id?: string; limits?: readonly Limit[]; batch?: number }

/** The provider for such a venue. */
export function venueProvider({ baseUrl, id = 'venue', limits = [], batch = 100 }: VenueOptions) {
  return defineProvider({
    id,
    title: 'Test venue',
    delayedMs: 0,
    limits,
    symbols: {
      toProvider: ({ assetClass, symbol }) => (assetClass === 'equity' ? symbol : undefined),
      fromProvider: (symbol) => equity(symbol),
    },
    getBars: {
      assets: ['equity'],
      intervals: ['1m', '5m', '1h', '1d'],
      adjustments: ['splits', 'raw'],
      request: ({ symbol, interval, start, end }) => ({
        url: `${baseUrl}/bars?symbol=${symbol}&interval=${interval}&start=${start}&end=${end}`,
        headers: { authorization: 'Bearer very-secret-key' },
      }),
      parse(response, query) {
        if (response.status === 404) throw new UnknownSymbolError(query.symbol, { provider: id })
        const failure = statusError(id, response, query.now)
        if (failure) throw failure
        return readBars(id, response.json(id), response.text, query)
      },
    },
    searchSymbols: {
      request: ({ text }) => ({ url: `${baseUrl}/search?text=${text}` }),
      parse: (response) =>
        new Wire(id, response.json(id))
          .at('symbols')
          .items()
          .map((item) => ({
            instrument: equity(item.text()),
            name: null,
            exchange: null,
            currency: null,
            score: null,
            provider: id,
          })),
    },
    getQuotes: {
      assets: ['equity'],
      batch,
      request: ({ symbols }) => ({ url: `${baseUrl}/quotes?symbols=${symbols.join(',')}` }),
      parse(response, query): Quote[] {
        const failure = statusError(id, response, query.now)
        if (failure) throw failure
        const { at } = { at: new Wire(id, response.json(id)).at('quotes') }
        return at.items().map((item) => ({
          ...unknownQuote,
          instrument: equity(item.at('symbol').text()),
          currency: 'USD',
          last: item.at('last').number(),
          source: sourceOf(id, query),
        }))
      },
    },
  })
}

function readBars(id: string, json: unknown, text: string, query: BarsQuery) {
  const rows = new Wire(id, json).at('rows').items()
  const column = (index: number) => Float64Array.from(rows, (row) => row.at(index).number())
  const facts = {
    instrument: query.instrument,
    interval: query.interval,
    timeZone: 'America/New_York',
    currency: 'USD',
    priceScale: 1,
    adjustment: query.adjustment,
    source: sourceOf(id, query, 0),
    gaps: [],
    issues: [],
    simulated: false,
    forming: false,
  }
  const numbers = {
    time: column(0),
    open: column(1),
    high: column(2),
    low: column(3),
    close: column(4),
    volume: column(5),
  }
  if (query.numeric === 'number') return new BarSeries(facts, numbers)
  const exact = new Wire(id, parseExactJson(text)).at('rows').items()
  const order = rows.map((_, index) => index)
  const texts = (index: number, column: Float64Array) =>
    exactColumn(
      exact.map((row) => row.at(index).value),
      order,
      column,
    )
  return new BarSeries<'string'>(facts, {
    time: numbers.time,
    open: texts(1, numbers.open),
    high: texts(2, numbers.high),
    low: texts(3, numbers.low),
    close: texts(4, numbers.close),
    volume: exactVolumeColumn(
      exact.map((row) => row.at(5).value),
      order,
      numbers.volume,
    ),
  })
}

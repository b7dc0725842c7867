import {
  type BarSeries,
  type BarsQuery,
  barEnd,
  barsOfRows,
  crypto,
  defineProvider,
  type HttpResponse,
  type NumericMode,
  parseInstrument,
  parseInterval,
  type SymbolDialect,
  sourceOf,
  statusError,
  UnknownSymbolError,
  Wire,
} from '@starkmatter/core'

const provider = 'bitstamp'

/** Public spot bars from Bitstamp, whose pairs are spelled `btcusd`. No key needed. */
export function bitstamp({ baseUrl = 'https://www.bitstamp.net' } = {}) {
  return defineProvider({
    id: provider,
    title: 'Bitstamp',
    limits: [{ tokens: 400, every: '1s' }],
    symbols,
    getBars: {
      assets: ['crypto'],
      intervals: ['1m', '5m', '15m', '1h', '4h', '1d'],
      adjustments: ['raw', 'splits', 'splits+dividends'],
      request: ({ symbol, interval, start, end }) => {
        const step = parseInterval(interval).ms / 1000
        const range = `step=${step}&limit=1000&start=${start / 1000}&end=${end / 1000 - 1}`
        return { url: `${baseUrl}/api/v2/ohlc/${symbol}/?${range}` }
      },
      parse: readBars,
    },
    watchBars: { assets: ['crypto'], via: 'poll', everyMs: 10_000, intervals: ['1m', '1h', '1d'] },
  })
}

const symbols: SymbolDialect = {
  toProvider: ({ assetClass, symbol, venue }) =>
    assetClass === 'crypto' && (venue ?? 'BITSTAMP') === 'BITSTAMP'
      ? symbol.replace('/', '').toLowerCase()
      : undefined,
  fromProvider(symbol) {
    const { assetClass, symbol: pair } = parseInstrument(`X:${symbol}`)
    const [base = '', quote = ''] = pair.split('/')
    return assetClass === 'crypto' ? crypto(base, quote, 'BITSTAMP') : undefined
  },
}

const places = { time: 'timestamp', open: 'open', high: 'high', low: 'low', close: 'close', volume: 'volume' }

function readBars(response: HttpResponse, query: BarsQuery): BarSeries<NumericMode> {
  const { instrument, interval, adjustment, symbol, now } = query
  if (response.status === 404) throw new UnknownSymbolError(symbol, { provider })
  const error = statusError(provider, response, now)
  if (error) throw error
  const rows = new Wire(provider, response.json(provider)).at('data').at('ohlc')
  return barsOfRows(rows, places, 1000, query, (last) => ({
    instrument,
    interval,
    timeZone: 'UTC',
    currency: 'quote' in instrument ? instrument.quote : null,
    priceScale: 1,
    adjustment,
    source: sourceOf(provider, query, 0),
    gaps: [],
    issues: [],
    simulated: false,
    forming: last !== undefined && now < barEnd(last, interval, 'UTC'),
  }))
}

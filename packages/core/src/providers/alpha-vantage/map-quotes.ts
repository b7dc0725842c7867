import { UnknownSymbolError } from '../../errors/index.ts'
import {
  type Instrument,
  isTimeZone,
  type MarketStatus,
  type NewsItem,
  type NumericMode,
  type Quote,
  type SymbolMatch,
  zonedToUtc,
} from '../../market/index.ts'
import {
  type HttpResponse,
  type MarketStatusQuery,
  type NewsQuery,
  type QuotesQuery,
  type SearchQuery,
  sourceOf,
  toNewsItem,
  Wire,
} from '../../provider/index.ts'
import { readBody } from './schema.ts'
import { fromAlphaVantage } from './symbols.ts'

const nothing = {
  name: null,
  time: null,
  bid: null,
  bidSize: null,
  ask: null,
  askSize: null,
  open: null,
  high: null,
  low: null,
  previousClose: null,
  change: null,
  changePercent: null,
  volume: null,
  currency: null,
  priceScale: 1,
  marketState: null,
  simulated: false,
} as const

/** One quote: of a share by its trading day, of a pair by its rate. An empty object says that the symbol is unknown. */
export function readQuotes(response: HttpResponse, query: QuotesQuery): Quote<NumericMode>[] {
  const [symbol = ''] = query.symbols
  const [instrument] = query.instruments
  const body = readBody(response, { now: query.now, symbol })
  const isPair = symbol.includes('/')
  const quote = body.at(isPair ? 'Realtime Currency Exchange Rate' : 'Global Quote')
  if (!instrument || quote.keys().length === 0) {
    throw new UnknownSymbolError(symbol, { provider: 'alpha-vantage' })
  }
  const source = sourceOf('alpha-vantage', query)
  return [isPair ? toRate(quote, instrument, query, source) : toQuote(quote, instrument, query, source)]
}

type Source = Quote['source']

// Only the day of the last price is known, which is no time: it stays null.
function toQuote(wire: Wire, instrument: Instrument, query: QuotesQuery, source: Source): Quote<NumericMode> {
  const percent = wire.at('10. change percent')
  const bare = new Wire(percent.provider, percent.text().replace(/%$/, ''), percent.path)
  const prices = wire.fields(
    {
      open: '02. open',
      high: '03. high',
      low: '04. low',
      last: '05. price',
      volume: '06. volume',
      previousClose: '08. previous close',
      change: '09. change',
    },
    (price) => price.decimal(query.numeric),
  )
  return { ...nothing, instrument, ...prices, changePercent: bare.decimal(query.numeric), source }
}

function toRate(wire: Wire, instrument: Instrument, query: QuotesQuery, source: Source): Quote<NumericMode> {
  const optional = (name: string) => {
    const price = wire.at(name)
    return price.isAbsent || price.value === '-' ? null : price.decimal(query.numeric)
  }
  const zone = wire.at('7. Time Zone')
  if (!isTimeZone(zone.text())) throw zone.unlike('an IANA time zone')
  const refreshed = wire.at('6. Last Refreshed')
  const local = Date.parse(`${refreshed.text().replace(' ', 'T')}Z`)
  if (Number.isNaN(local)) throw refreshed.unlike('a date and a time of day')
  return {
    ...nothing,
    instrument,
    name: [wire.at('2. From_Currency Name').textOrNull(), wire.at('4. To_Currency Name').textOrNull()].join(
      ' / ',
    ),
    last: wire.at('5. Exchange Rate').decimal(query.numeric),
    time: zonedToUtc(local, zone.text()),
    bid: optional('8. Bid Price'),
    ask: optional('9. Ask Price'),
    currency: wire.at('3. To_Currency Code').text(),
    source,
  }
}

export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  const matches: SymbolMatch[] = []
  for (const wire of readBody(response, query).at('bestMatches').items()) {
    const instrument = fromAlphaVantage(wire.at('1. symbol').text())
    if (!instrument) continue
    matches.push({
      instrument,
      name: wire.at('2. name').textOrNull(),
      exchange: wire.at('4. region').textOrNull(),
      currency: wire.at('8. currency').textOrNull(),
      score: Number(wire.at('9. matchScore').decimal('number')),
      provider: 'alpha-vantage',
    })
  }
  return matches.slice(0, query.limit)
}

/** `CRYPTO:BTC`, `FOREX:EUR`: how this endpoint, and no other, names currencies. */
export function toTopic(symbol: string): string {
  const instrument = fromAlphaVantage(symbol)
  if (instrument?.assetClass === 'crypto') return `CRYPTO:${instrument.base}`
  return instrument?.assetClass === 'fx' ? `FOREX:${instrument.base}` : symbol
}

export function readNews(response: HttpResponse, query: NewsQuery): NewsItem[] {
  return readBody(response, query)
    .at('feed')
    .items()
    .slice(0, query.limit)
    .flatMap((item) => toNews(item) ?? [])
}

function toNews(wire: Wire): NewsItem | undefined {
  const published = wire.at('time_published')
  const time = Date.parse(
    published
      .text()
      .replace(
        /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?$/,
        (_all, y, mo, d, h, m, s = '00') => `${y}-${mo}-${d}T${h}:${m}:${s}Z`,
      ),
  )
  if (Number.isNaN(time)) throw published.unlike('a time like 20240131T093000')
  const instruments = wire
    .at('ticker_sentiment')
    .itemsOrNone()
    .map((ticker) => ticker.at('ticker').text())
    .filter((ticker) => !ticker.includes(':'))
    .map(fromAlphaVantage)
    .filter((instrument) => instrument !== undefined)
  return toNewsItem({
    time,
    title: wire.at('title').text(),
    summary: wire.at('summary').textOrNull(),
    url: wire.at('url').text(),
    source: wire.at('source').text(),
    author: wire.at('authors').itemsOrNone()[0]?.textOrNull() ?? null,
    imageUrl: wire.at('banner_image').textOrNull(),
    instruments,
    truncated: false,
    provider: 'alpha-vantage',
  })
}

// MIC, or a market without one, and the words by which a row of the status table is found.
const markets: Readonly<Record<string, readonly [type: string, region: string]>> = {
  XNYS: ['Equity', 'United States'],
  XNAS: ['Equity', 'United States'],
  ARCX: ['Equity', 'United States'],
  XTSE: ['Equity', 'Canada'],
  XLON: ['Equity', 'United Kingdom'],
  XETR: ['Equity', 'Germany'],
  XPAR: ['Equity', 'France'],
  XTKS: ['Equity', 'Japan'],
  XHKG: ['Equity', 'Hong Kong'],
  XSHG: ['Equity', 'Mainland China'],
  XNSE: ['Equity', 'India'],
  FX: ['Forex', 'Global'],
  CRYPTO: ['Cryptocurrency', 'Global'],
}

export function marketOf(market: string): readonly [type: string, region: string] | undefined {
  return markets[market.toUpperCase()]
}

export function readMarketStatus(response: HttpResponse, query: MarketStatusQuery): MarketStatus {
  const table = readBody(response, query).at('markets')
  const [type, region] = marketOf(query.market) ?? []
  const row = table
    .items()
    .find((wire) => wire.at('market_type').text() === type && wire.at('region').text() === region)
  if (!row) throw table.unlike(`a row for ${type} in ${region}`)
  const state = row.at('current_status').text()
  if (state !== 'open' && state !== 'closed') throw row.at('current_status').unlike('"open" or "closed"')
  return {
    market: query.market,
    state,
    time: query.now,
    nextChange: null,
    source: sourceOf('alpha-vantage', query),
  }
}

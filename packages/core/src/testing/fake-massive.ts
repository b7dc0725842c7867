import { isInterval } from '../market/index.ts'
import { createFakeMarket, type FakeMarket, fakeDate } from './fake-market.ts'
import {
  createFakeVenue,
  disordered,
  type FakeAnswer,
  type FakeRequest,
  type FakeVenue,
} from './fake-venue.ts'

export type FakeMassiveOptions = {
  seed?: number | undefined
  /** The venue's clock, ms UTC. */
  now?: number | undefined
  /** @default 'fake-massive-key' */
  apiKey?: string | undefined
  /** Bars a page holds at most, to make answers of several pages. @default what is asked for */
  pageSize?: number | undefined
  /** How far back the plan reaches: older ranges are NOT_AUTHORIZED. @default no limit */
  historyMs?: number | undefined
}

export type FakeMassive = FakeVenue & {
  market: FakeMarket
  /** For `massive(venue.options)`. */
  options: { apiKey: string; baseUrl: string }
}

const units: Readonly<Record<string, string>> = {
  second: 's',
  minute: 'm',
  hour: 'h',
  day: 'd',
  week: 'w',
  month: 'mo',
}

/** Speaks Massive's wire format from a made-up market. Refuses a key in the URL, as a test of its own. */
export async function createFakeMassive(options: FakeMassiveOptions = {}): Promise<FakeMassive> {
  const { apiKey = 'fake-massive-key' } = options
  const market = createFakeMarket(options)
  const venue = await createFakeVenue([
    ({ url, headers }) => {
      if (url.searchParams.has('apiKey'))
        return { status: 400, json: { status: 'ERROR', error: 'Key in URL' } }
      if (!headers.authorization)
        return { status: 401, json: { status: 'ERROR', error: 'API Key was not provided' } }
      if (headers.authorization === `Bearer ${apiKey}`) return undefined
      return { status: 401, json: { status: 'ERROR', error: 'Unknown API Key' } }
    },
    (request) => aggregates(market, request, options),
    ...[...Object.entries(tables)].map(
      ([path, rows]) =>
        ({ url }: FakeRequest): FakeAnswer | undefined =>
          url.pathname.startsWith(path) ? rows(market, url) : undefined,
    ),
  ])
  return { ...venue, market, options: { apiKey, baseUrl: venue.url } }
}

function aggregates(market: FakeMarket, { url, disorder }: FakeRequest, options: FakeMassiveOptions) {
  const match = /^\/v2\/aggs\/ticker\/(.+)\/range\/(\d+)\/(\w+)\/(\d+)\/(\d+)$/.exec(url.pathname)
  if (!match) return undefined
  const [, ticker = '', count, unit = '', from, to] = match
  const interval = `${count}${units[unit]}`
  const symbol = nameOf(decodeURIComponent(ticker))
  if (options.historyMs !== undefined && Number(from) < market.now - options.historyMs) {
    const message = "Your plan doesn't include this data timeframe."
    return { status: 403, json: { status: 'NOT_AUTHORIZED', request_id: 'fake', message } }
  }
  const all = isInterval(interval) ? market.bars(symbol, interval, Number(from), Number(to) + 1) : []
  const offset = Number(url.searchParams.get('cursor') ?? 0)
  const limit = Math.min(options.pageSize ?? 50_000, Number(url.searchParams.get('limit') ?? 50_000))
  const bars = disordered(all.slice(offset, offset + limit), disorder)
  const next =
    offset + limit < all.length
      ? `https://api.massive.com${url.pathname}?cursor=${offset + limit}&limit=${limit}`
      : undefined
  return {
    json: {
      ticker: decodeURIComponent(ticker),
      adjusted: true,
      queryCount: bars.length,
      resultsCount: bars.length,
      ...(bars.length > 0 && {
        results: bars.map((bar) => ({
          v: bar.volume,
          vw: Number(((bar.high + bar.low) / 2).toFixed(4)),
          o: bar.open,
          c: bar.close,
          h: bar.high,
          l: bar.low,
          t: bar.time,
          n: 1 + (bar.volume % 997),
        })),
      }),
      status: 'OK',
      request_id: 'fake',
      count: bars.length,
      ...(next && { next_url: next }),
    },
  }
}

const ok = (results: unknown, more: object = {}): FakeAnswer => ({
  json: { status: 'OK', request_id: 'fake', results, ...more },
})

const tables: Readonly<Record<string, (market: FakeMarket, url: URL) => FakeAnswer>> = {
  '/v2/snapshot/locale/': (market, url) => {
    const tickers = url.searchParams.get('tickers')?.split(',') ?? []
    return { json: { status: 'OK', tickers: tickers.flatMap((ticker) => snapshot(market, ticker) ?? []) } }
  },
  '/v3/snapshot/options/': (market, url) => optionChain(market, url),
  '/v3/snapshot': (market, url) =>
    ok((url.searchParams.get('ticker.any_of')?.split(',') ?? []).map((ticker) => unified(market, ticker))),
  '/futures/v1/snapshot': (market, url) =>
    ok((url.searchParams.get('ticker.any_of')?.split(',') ?? []).map((ticker) => contract(market, ticker))),
  '/futures/v1/contracts': (_market, url) => {
    const ticker = url.searchParams.get('ticker')
    return ok([{ ticker, product_code: 'ES', name: 'E-mini S&P 500', trading_venue: 'XCME', type: 'single' }])
  },
  '/v3/trades/': (market, url) => trades(market, url),
  '/v3/reference/options/contracts/': (_market, url) =>
    ok({
      ticker: lastOf(url),
      underlying_ticker: 'AAPL',
      cfi: 'OCASPS',
      contract_type: 'call',
      exercise_style: 'american',
      primary_exchange: 'BATO',
      shares_per_contract: 100,
    }),
  '/v3/reference/tickers/': (market, url) => {
    const ticker = lastOf(url)
    const listing = market.listing(nameOf(ticker))
    if (!listing)
      return { status: 404, json: { status: 'NOT_FOUND', request_id: 'fake', message: 'Ticker not found.' } }
    return ok({
      ...row(ticker, listing.name),
      description: `${listing.name} exists in tests only.`,
      sic_code: '3571',
      sic_description: 'MAKE-BELIEVE',
      homepage_url: 'https://example.com',
      total_employees: 1000,
      market_cap: 1e12,
      weighted_shares_outstanding: 1e9,
    })
  },
  '/v3/reference/tickers': (market, url) => {
    const text = (url.searchParams.get('search') ?? '').toLowerCase()
    const hits = market.listings.filter(({ symbol, name }) =>
      `${symbol} ${name}`.toLowerCase().includes(text),
    )
    return ok(hits.map(({ symbol, name }) => row(tickerOf(symbol), name)))
  },
  '/v3/reference/dividends': (market, url) => {
    const ticker = url.searchParams.get('ticker') ?? ''
    return ok(
      market.dividends(nameOf(ticker)).map(({ date, amount }) => ({
        cash_amount: amount,
        currency: 'USD',
        dividend_type: 'CD',
        ex_dividend_date: date,
        frequency: 4,
        pay_date: date,
        ticker,
      })),
    )
  },
  '/v3/reference/splits': (market, url) => {
    const ticker = url.searchParams.get('ticker') ?? ''
    return ok(
      market.splits(nameOf(ticker)).map(({ date, numerator, denominator }) => ({
        execution_date: date,
        split_from: denominator,
        split_to: numerator,
        ticker,
      })),
    )
  },
  '/vX/reference/financials': () => ok([filing()]),
  '/benzinga/v1/earnings': (_market, url) =>
    ok([
      {
        ticker: url.searchParams.get('ticker'),
        date: '2024-05-02',
        currency: 'USD',
        actual_eps: 1.53,
        estimated_eps: 1.5,
        actual_revenue: 9e10,
        estimated_revenue: 8.9e10,
      },
    ]),
  '/v1/marketstatus/now': (market) => ({
    json: {
      market: 'extended-hours',
      earlyHours: false,
      afterHours: true,
      serverTime: new Date(market.now).toISOString(),
      exchanges: { nyse: 'extended-hours', nasdaq: 'extended-hours', otc: 'extended-hours' },
      currencies: { fx: 'open', crypto: 'open' },
    },
  }),
  '/v1/marketstatus/upcoming': () => ({
    json: ['NYSE', 'NASDAQ'].flatMap((exchange) => [
      { exchange, name: 'Independence Day', date: '2024-07-04', status: 'closed' },
      {
        exchange,
        name: 'Thanksgiving',
        date: '2024-11-29',
        status: 'early-close',
        open: '2024-11-29T14:30:00.000Z',
        close: '2024-11-29T18:00:00.000Z',
      },
    ]),
  }),
  '/v2/reference/news': (market, url) => {
    const ticker = url.searchParams.get('ticker') ?? 'AAPL'
    return ok([
      {
        id: 'fake-1',
        publisher: { name: 'Example Wire' },
        title: `${ticker} does nothing today`,
        author: 'Nobody',
        published_utc: new Date(market.now - 3_600_000).toISOString(),
        article_url: `https://example.com/news/${ticker}`,
        tickers: [ticker],
        description: 'Nothing happened.',
      },
    ])
  },
}

function snapshot(market: FakeMarket, ticker: string) {
  const [today, before] = market.latest(nameOf(ticker))
  if (!today || !before) return undefined
  const day = { o: today.open, h: today.high, l: today.low, c: today.close, v: today.volume, vw: today.close }
  const change = Number((today.close - before.close).toFixed(2))
  return {
    ticker,
    day,
    lastTrade: { p: today.close, s: 100, t: market.now * 1e6, i: '1', x: 4, c: [14] },
    lastQuote: { p: today.close - 0.01, P: today.close + 0.01, s: 3, S: 5, t: market.now * 1e6 },
    min: { ...day, t: market.now - 60_000 },
    prevDay: { o: before.open, h: before.high, l: before.low, c: before.close, v: before.volume },
    todaysChange: change,
    todaysChangePerc: Number(((change / before.close) * 100).toFixed(4)),
    updated: market.now * 1e6,
  }
}

/** A futures contract, priced as the first listing is. */
function contract(market: FakeMarket, ticker: string) {
  const [today, before] = market.latest(market.listings[0]?.symbol ?? '')
  return {
    ticker,
    product_code: ticker.slice(0, -2),
    details: { open_interest: 1_000, settlement_date: market.now * 1e6 },
    last_minute: { close: today?.close, last_updated: market.now, timeframe: 'DELAYED' },
    last_quote: { bid: today?.low, bid_size: 3, ask: today?.high, ask_size: 5, timeframe: 'DELAYED' },
    last_trade: { price: today?.close, size: 2, last_updated: market.now * 1e6, timeframe: 'DELAYED' },
    session: {
      open: today?.open,
      high: today?.high,
      low: today?.low,
      close: today?.close,
      previous_settlement: before?.close,
      volume: today?.volume,
    },
  }
}

function unified(market: FakeMarket, ticker: string) {
  const [today, before] = market.latest(nameOf(ticker))
  if (!today || !before) return { ticker, error: 'NOT_FOUND', message: 'Ticker not found.' }
  return {
    ticker,
    name: market.listing(nameOf(ticker))?.name,
    market_status: 'late_trading',
    last_updated: market.now * 1e6,
    session: {
      open: today.open,
      high: today.high,
      low: today.low,
      close: today.close,
      previous_close: before.close,
      change: Number((today.close - before.close).toFixed(2)),
      change_percent: Number(((today.close / before.close - 1) * 100).toFixed(4)),
      volume: today.volume,
    },
    last_trade: { price: today.close, size: 100, sip_timestamp: market.now * 1e6 },
    last_quote: { bid: today.close - 0.01, ask: today.close + 0.01, bid_size: 3, ask_size: 5 },
  }
}

function trades(market: FakeMarket, url: URL): FakeAnswer {
  const symbol = nameOf(decodeURIComponent(url.pathname.split('/').at(-1) ?? ''))
  const ms = (parameter: string) => Number(url.searchParams.get(parameter)?.slice(0, -6) ?? Number.NaN)
  const end = Math.min(ms('timestamp.lt'), market.now)
  const start = url.searchParams.has('timestamp.gte') ? ms('timestamp.gte') : end - 7 * 86_400_000
  const bars = market.bars(symbol, '1m', start, end)
  if (url.searchParams.get('order') === 'desc') bars.reverse()
  const rows = bars.slice(0, Number(url.searchParams.get('limit') ?? 10)).map((bar, index) => ({
    conditions: [12, 37],
    exchange: 11,
    id: String(index + 1),
    price: bar.close,
    sequence_number: 1000 + index,
    sip_timestamp: `${bar.time}${String(123_457 + index)}`,
    size: 1 + index,
  }))
  // Nanoseconds have more digits than a number can hold, so they are written as text and then bared of their quotes.
  const text = JSON.stringify({ status: 'OK', request_id: 'fake', results: rows })
  return {
    headers: { 'content-type': 'application/json' },
    text: text.replace(/"sip_timestamp":"(\d+)"/g, '"sip_timestamp":$1'),
  }
}

function optionChain(market: FakeMarket, url: URL): FakeAnswer {
  const ticker = lastOf(url)
  const [today] = market.latest(nameOf(ticker))
  const expiry = url.searchParams.get('expiration_date') ?? fakeDate(market.now + 7 * 86_400_000)
  const strike = Math.round((today?.close ?? 100) / 10) * 10
  return ok(
    (['call', 'put'] as const).map((type) => ({
      details: {
        contract_type: type,
        exercise_style: 'american',
        expiration_date: expiry,
        shares_per_contract: 100,
        strike_price: strike,
        ticker: `O:${ticker}${expiry.slice(2).replaceAll('-', '')}${type === 'call' ? 'C' : 'P'}${String(strike * 1000).padStart(8, '0')}`,
      },
      day: { close: 2.5, volume: 120 },
      last_quote: { bid: 2.4, ask: 2.6 },
      last_trade: { price: 2.5 },
      greeks: { delta: type === 'call' ? 0.5 : -0.5, gamma: 0.01, theta: -0.02, vega: 0.2 },
      implied_volatility: 0.25,
      open_interest: 900,
      underlying_asset: { price: today?.close, ticker },
    })),
  )
}

function filing() {
  const cell = (value: number) => ({ value, unit: 'USD', label: '', order: 1 })
  return {
    company_name: 'Apple Inc.',
    start_date: '2022-10-01',
    end_date: '2023-09-30',
    filing_date: '2023-11-03',
    fiscal_period: 'FY',
    fiscal_year: '2023',
    financials: {
      income_statement: { revenues: cell(3.8e11), net_income_loss: cell(9.7e10) },
      balance_sheet: { assets: cell(3.5e11), equity: cell(6.2e10) },
      cash_flow_statement: { net_cash_flow_from_operating_activities: cell(1.1e11) },
    },
  }
}

function row(ticker: string, name: string) {
  return {
    ticker,
    name,
    market: 'stocks',
    locale: 'us',
    primary_exchange: 'XNAS',
    type: 'CS',
    active: true,
    currency_name: 'usd',
    cik: '0000000001',
    composite_figi: 'BBG000000001',
  }
}

function nameOf(ticker: string): string {
  return ticker.replace(/^[XC]:(\w+)(\w{3})$/, '$1/$2')
}

function tickerOf(symbol: string): string {
  if (symbol === 'EUR/USD') return 'C:EURUSD'
  return symbol.includes('/') ? `X:${symbol.replace('/', '')}` : symbol
}

function lastOf(url: URL): string {
  return decodeURIComponent(url.pathname.split('/').at(-1) ?? '')
}

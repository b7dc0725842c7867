import { marketStateAt, tradingDays, xnys } from '../market/calendar/index.ts'
import { isInterval, offsetInZone } from '../market/index.ts'
import { createFakeMarket, type FakeMarket, fakeDate } from './fake-market.ts'
import {
  createFakeVenue,
  disordered,
  type FakeAnswer,
  type FakeRequest,
  type FakeVenue,
} from './fake-venue.ts'

export type FakeAlpacaOptions = {
  seed?: number | undefined
  /** The venue's clock, ms UTC. */
  now?: number | undefined
  /** Rows a page holds at most, to make answers of several pages. @default what is asked for */
  pageSize?: number | undefined
  /** The plan has prices of all exchanges. @default false */
  hasSip?: boolean | undefined
}

export type FakeAlpaca = FakeVenue & {
  market: FakeMarket
  /** For `alpaca(venue.options)`. */
  options: { keyId: string; secretKey: string; baseUrl: string; tradingUrl: string }
}

type Row = Readonly<Record<string, unknown>>

const units: Readonly<Record<string, string>> = { Min: 'm', Hour: 'h', Day: 'd', Week: 'w', Month: 'mo' }
const keys = { keyId: 'fake-alpaca-id', secretKey: 'fake-alpaca-secret' }

/** Speaks Alpaca's wire format from a made-up market. */
export async function createFakeAlpaca(options: FakeAlpacaOptions = {}): Promise<FakeAlpaca> {
  const market = createFakeMarket(options)
  const pageSize = options.pageSize ?? Number.POSITIVE_INFINITY
  const venue = await createFakeVenue([
    ({ url, headers }) => {
      const isKnown =
        headers['apca-api-key-id'] === keys.keyId && headers['apca-api-secret-key'] === keys.secretKey
      if (!isKnown) return { status: 403, json: { message: 'forbidden.' } }
      if (url.searchParams.get('feed') !== 'sip' || options.hasSip) return undefined
      return { status: 403, json: { message: 'subscription does not permit querying recent SIP data' } }
    },
    ({ url }) => {
      const odd = symbolsOf(url).find((symbol) => !/^[A-Z0-9./]{1,21}$/.test(symbol))
      return odd === undefined
        ? undefined
        : { status: 400, json: { code: 40_010_001, message: `invalid symbol: ${odd}` } }
    },
    route('/bars', (request) => paged('bars', request, pageSize, (symbol) => bars(market, symbol, request))),
    route('/trades', (request) =>
      paged('trades', request, pageSize, (symbol) => trades(market, symbol, request)),
    ),
    route('/snapshots', ({ url }) => snapshots(market, url)),
    route('/latest/orderbooks', ({ url }) => ({ json: { orderbooks: table(url, (s) => book(market, s)) } })),
    route('/corporate-actions', ({ url }) => corporateActions(market, url)),
    ({ url }) => (url.pathname.includes('/options/snapshots/') ? chain(market, url) : undefined),
    ({ url }) => (url.pathname.startsWith('/v2/assets') ? assets(market, url) : undefined),
    route('/clock', () => ({ json: clock(market.now) })),
    route('/calendar', ({ url }) => ({ json: calendar(url) })),
    route('/news', ({ url }) => news(market, url)),
  ])
  return { ...venue, market, options: { ...keys, baseUrl: venue.url, tradingUrl: venue.url } }
}

const isoInNewYork = (time: number) => {
  const offset = offsetInZone(time, 'America/New_York')
  const local = new Date(time + offset).toISOString().slice(0, 19)
  return `${local}-${String(-offset / 3_600_000).padStart(2, '0')}:00`
}

/** The list of one class, or one asset of it. */
function assets(market: FakeMarket, url: URL): FakeAnswer {
  const rows = market.listings.map(({ symbol, name }) => ({
    id: '904837e3-3b76-47ec-b432-046db621571b',
    class: symbol.includes('/') ? 'crypto' : 'us_equity',
    exchange: symbol.includes('/') ? 'CRYPTO' : 'NASDAQ',
    symbol,
    name,
    status: 'active',
    tradable: true,
  }))
  const [, one] = /\/assets\/(.+)$/.exec(url.pathname) ?? []
  const symbol = one && decodeURIComponent(one)
  if (symbol === undefined)
    return { json: rows.filter((row) => row.class === url.searchParams.get('asset_class')) }
  const found = rows.find((row) => row.symbol === symbol)
  if (found) return { json: found }
  return { status: 404, json: { code: 40_410_000, message: `asset not found for ${symbol}` } }
}

/** Stamps carry New York's offset, as the venue's do. */
function clock(now: number) {
  const regular = { ...xnys, extendedHours: '0930-1600' }
  const { state, nextChange } = marketStateAt(regular, now)
  const isOpen = state === 'open'
  const after = marketStateAt(regular, nextChange ?? now).nextChange
  const [open, close] = isOpen ? [after, nextChange] : [nextChange, after]
  return {
    timestamp: isoInNewYork(now),
    is_open: isOpen,
    next_open: isoInNewYork(open ?? now),
    next_close: isoInNewYork(close ?? now),
  }
}

function calendar(url: URL) {
  const dates = [url.searchParams.get('start') ?? '', url.searchParams.get('end') ?? ''] as const
  return tradingDays(xnys, ...dates).flatMap(({ date, session }) => {
    if (!session) return []
    const time = (at: number) => isoInNewYork(at).slice(11, 16)
    const [open, close] = [time(session.open), time(session.close)]
    return [{ date, open, close, session_open: '0400', session_close: '2000', settlement_date: date }]
  })
}

function route(end: string, answer: (request: FakeRequest) => FakeAnswer) {
  return (request: FakeRequest) => (request.url.pathname.endsWith(end) ? answer(request) : undefined)
}

function symbolsOf(url: URL): string[] {
  return url.searchParams.get('symbols')?.split(',') ?? []
}

function table(url: URL, read: (symbol: string) => Row | undefined) {
  return Object.fromEntries(
    symbolsOf(url).flatMap((symbol) => {
      const row = read(symbol)
      return row ? [[symbol, row]] : []
    }),
  )
}

/** Rows by symbol, cut into pages. A symbol without rows has no entry. */
function paged(
  name: string,
  { url }: FakeRequest,
  pageSize: number,
  read: (symbol: string) => readonly Row[],
): FakeAnswer {
  const offset = Number(url.searchParams.get('page_token') ?? 0)
  const end = offset + Math.min(pageSize, Number(url.searchParams.get('limit') ?? 1000))
  const rows = symbolsOf(url).flatMap((symbol) => read(symbol).map((row) => ({ symbol, row })))
  const page: Record<string, Row[]> = {}
  for (const { symbol, row } of rows.slice(offset, end)) {
    page[symbol] ??= []
    page[symbol].push(row)
  }
  return { json: { [name]: page, next_page_token: end < rows.length ? String(end) : null } }
}

function rangeOf(url: URL): [number, number] {
  const time = (name: string) => Date.parse(url.searchParams.get(name) ?? '')
  return [time('start'), time('end') + 1]
}

function bars(market: FakeMarket, symbol: string, { url, disorder }: FakeRequest): Row[] {
  const [, count = '', unit = ''] = /^(\d+)(\w+)$/.exec(url.searchParams.get('timeframe') ?? '') ?? []
  const interval = `${count}${units[unit]}`
  const found = isInterval(interval) ? market.bars(underlyingOf(symbol), interval, ...rangeOf(url)) : []
  return disordered(found, disorder).map((bar) => ({
    t: new Date(bar.time).toISOString().replace('.000Z', 'Z'),
    o: bar.open,
    h: bar.high,
    l: bar.low,
    c: bar.close,
    v: bar.volume,
    n: 1 + (bar.volume % 997),
    vw: Number(((bar.high + bar.low) / 2).toFixed(4)),
  }))
}

function trades(market: FakeMarket, symbol: string, { url }: FakeRequest): Row[] {
  const bars = market.bars(underlyingOf(symbol), '1m', ...rangeOf(url))
  if (url.searchParams.get('sort') === 'desc') bars.reverse()
  return bars.map((bar, index) => {
    const time = new Date(bar.time).toISOString().replace('Z', `${String(123_457 + index)}Z`)
    return symbol.includes('/')
      ? { t: time, p: bar.close, s: 0.25, tks: index % 2 === 0 ? 'B' : 'S', i: 1000 + index }
      : { t: time, x: 'V', p: bar.close, s: 1 + index, c: ['@'], i: 1000 + index, z: 'A' }
  })
}

function snapshots(market: FakeMarket, url: URL): FakeAnswer {
  const found = table(url, (symbol) => snapshot(market, symbol))
  return { json: url.pathname.startsWith('/v2/stocks') ? found : { snapshots: found } }
}

function snapshot(market: FakeMarket, symbol: string): Row | undefined {
  const [today, before] = market.latest(underlyingOf(symbol))
  if (!today || !before) return undefined
  const row = (bar: typeof today) => ({
    t: new Date(bar.time).toISOString(),
    o: bar.open,
    h: bar.high,
    l: bar.low,
    c: bar.close,
    v: bar.volume,
  })
  const t = new Date(market.now).toISOString()
  return {
    latestTrade: { t, x: 'V', p: today.close, s: 100, c: ['@'], i: 7, z: 'A' },
    latestQuote: { t, ax: 'V', ap: today.close + 0.01, as: 5, bx: 'V', bp: today.close - 0.01, bs: 3 },
    minuteBar: row(today),
    dailyBar: row(today),
    prevDailyBar: row(before),
  }
}

function book(market: FakeMarket, symbol: string): Row | undefined {
  const [today] = market.latest(symbol)
  if (!today) return undefined
  const side = (sign: number) =>
    Array.from({ length: 20 }, (_, level) => ({
      p: Number((today.close + sign * (level + 1) * 0.5).toFixed(2)),
      s: level + 0.5,
    }))
  return { t: new Date(market.now).toISOString(), b: side(-1), a: side(1) }
}

function corporateActions(market: FakeMarket, url: URL): FakeAnswer {
  const [symbol = ''] = symbolsOf(url)
  const isWanted = ({ date }: { date: string }) =>
    date >= (url.searchParams.get('start') ?? '') && date <= (url.searchParams.get('end') ?? '')
  const cash_dividends = market
    .dividends(symbol)
    .filter(isWanted)
    .map(({ date, amount }) => ({
      symbol,
      ex_date: date,
      payable_date: date,
      record_date: date,
      rate: amount,
    }))
  const forward_splits = market
    .splits(symbol)
    .filter(isWanted)
    .map(({ date, numerator, denominator }) => ({
      symbol,
      ex_date: date,
      new_rate: numerator,
      old_rate: denominator,
    }))
  return { json: { corporate_actions: { cash_dividends, forward_splits }, next_page_token: null } }
}

function chain(market: FakeMarket, url: URL): FakeAnswer {
  const root = url.pathname.split('/').at(-1) ?? ''
  const [today] = market.latest(root)
  const asked = url.searchParams.get('expiration_date')
  const expiries = asked ? [asked] : [7, 14].map((days) => fakeDate(market.now + days * 86_400_000))
  const strike = Math.round((today?.close ?? 100) / 10) * 10
  const contracts = expiries.flatMap((expiry) =>
    ['C', 'P'].map((right) => [
      `${root}${expiry.slice(2).replaceAll('-', '')}${right}${String(strike * 1000).padStart(8, '0')}`,
      {
        greeks: { delta: right === 'C' ? 0.5 : -0.5, gamma: 0.01, rho: 0.03, theta: -0.02, vega: 0.2 },
        impliedVolatility: 0.25,
        latestQuote: { ap: 2.6, as: 4, bp: 2.4, bs: 2, t: new Date(market.now).toISOString() },
        latestTrade: { p: 2.5, s: 1, t: new Date(market.now).toISOString(), x: 'W', c: 'I' },
      },
    ]),
  )
  return { json: { snapshots: Object.fromEntries(contracts), next_page_token: null } }
}

function news(market: FakeMarket, url: URL): FakeAnswer {
  const [symbol = 'AAPL'] = symbolsOf(url)
  const time = new Date(market.now - 3_600_000).toISOString()
  const item = {
    id: 1,
    headline: `${symbol} does nothing today`,
    summary: 'Nothing happened.',
    author: 'Nobody',
    url: `https://example.com/news/${symbol}`,
    source: 'example',
    created_at: time,
    updated_at: time,
    images: [],
    symbols: [symbol],
  }
  return { json: { news: [item], next_page_token: null } }
}

/** What moves the price of an option. */
function underlyingOf(symbol: string): string {
  return symbol.replace(/\d{6}[CP]\d{8}$/, '')
}

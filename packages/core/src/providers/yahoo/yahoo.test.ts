import { expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { HttpResponse } from '../../provider/index.ts'
import { describeProvider } from '../../testing/describe-provider.ts'
import { createFakeYahoo } from '../../testing/fake-yahoo.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { recordAnswers } from '../../testing/record-answers.ts'
import { yahoo } from './yahoo.ts'

const venue = await createFakeYahoo()
const { now } = venue.market
const query = { now, start: now - 60 * 86_400_000, end: now + 1 }
const answers = await recordAnswers(yahoo(venue.options), query)
await venue.close()

const seconds = (hour: number) => Date.UTC(2024, 5, 14) / 1000 + hour * 3600
const period = (from: number, to: number) => ({ start: seconds(from), end: seconds(to) })
const sessions = {
  chart: {
    result: [
      {
        meta: {
          symbol: 'SPY',
          currentTradingPeriod: { pre: period(8, 13.5), regular: period(13.5, 20), post: period(20, 24) },
        },
      },
    ],
    error: null,
  },
}

describeProvider('yahoo', {
  wireIsFloat: true,
  create: () => yahoo(),
  query,
  answers: {
    ...answers,
    getMarketStatus: sessions,
    unknownSymbol: {
      chart: {
        result: null,
        error: { code: 'Not Found', description: 'No data found, symbol may be delisted' },
      },
    },
  },
  instruments: [
    'equity:AAPL',
    'equity:BRK.B',
    'equity:BAC.PRL',
    'equity:OCDO@XLON',
    'equity:RCI.B@XTSE',
    'equity:700@XHKG',
    'fund:0P000071W8@XTSE',
    'index:SPX',
    'crypto:BTC/USD',
    'fx:EUR/USD',
    'fx:USD/JPY',
    'future:GC',
    'future:ES.2026-12@XCME',
    'option:AAPL.2022-01-21.C.25',
  ],
})

test('a price of one exchange has no symbol at Yahoo, which averages over all', () => {
  const { toProvider } = yahoo().symbols
  expect(
    toProvider({ ...fromYahoo('BTC-USD'), id: 'crypto:BTC/USD@KRAKEN', venue: 'KRAKEN' }),
  ).toBeUndefined()
})

function fromYahoo(symbol: string) {
  const instrument = yahoo().symbols.fromProvider(symbol)
  if (!instrument) throw new Error(symbol)
  return instrument
}

type Chart = { meta?: object; timestamp?: number[]; columns?: object; adjclose?: (number | null)[] }

const day = (date: string) => Date.parse(`${date}T13:30:00Z`) / 1000

async function barsOf({ meta, timestamp, columns, adjclose }: Chart, more: object = {}) {
  const text = JSON.stringify({
    chart: {
      result: [
        {
          meta: { currency: 'USD', exchangeTimezoneName: 'America/New_York', gmtoffset: -18_000, ...meta },
          ...(timestamp && { timestamp }),
          indicators: { quote: [columns ?? {}], ...(adjclose && { adjclose: [{ adjclose }] }) },
        },
      ],
      error: null,
    },
  })
  const client = createClient({ providers: [yahoo()], fetch: async () => new Response(text) })
  return client.getBars({ symbol: 'AAPL', interval: '1d', start: '2024-06-01', end: '2024-06-30', ...more })
}

const flat = (values: (number | null)[]) => ({
  open: values,
  high: values,
  low: values,
  close: values,
  volume: values,
})

test('a row of nulls is a gap with its reason, and no bar', async () => {
  const timestamp = [day('2024-06-12'), day('2024-06-13'), day('2024-06-14')]
  const bars = await barsOf({ timestamp, columns: flat([1, null, 3]) })
  expect([...bars.close]).toEqual([1, 3])
  expect(bars.gaps).toMatchObject([{ from: day('2024-06-13') * 1000, reason: 'null-row' }])
})

test('a row that lacks one price is left out, and the place is told', async () => {
  const timestamp = [day('2024-06-12'), day('2024-06-13')]
  const bars = await barsOf({ timestamp, columns: { ...flat([1, 2]), low: [1, null] } })
  expect(bars.length).toBe(1)
  expect(bars.issues).toMatchObject([
    { kind: 'bad-row', where: 'chart.result[0].indicators.quote[0].low[1]' },
  ])
})

test('the last session, sent closed and live, is one bar at its open with the live numbers', async () => {
  const live = Date.parse('2024-06-14T19:59:59Z') / 1000
  const timestamp = [day('2024-06-13'), day('2024-06-14'), live]
  const bars = await barsOf({ timestamp, columns: { ...flat([1, 2, 2]), volume: [10, 20, 21] } })
  expect([...bars.time]).toEqual([day('2024-06-13') * 1000, day('2024-06-14') * 1000])
  expect([...bars.volume]).toEqual([10, 21])
  expect(bars.issues).toMatchObject([{ kind: 'duplicate-bar' }])
})

test('a repeated row in the middle is refused', async () => {
  const timestamp = [day('2024-06-12'), day('2024-06-12'), day('2024-06-14')]
  await expect(barsOf({ timestamp, columns: flat([1, 1, 3]) })).rejects.toMatchObject({
    code: 'VALIDATION',
    path: 'chart.result[0].timestamp[1]',
  })
})

test('pence are pounds at a scale of a hundredth', async () => {
  const bars = await barsOf({
    meta: { currency: 'GBp', exchangeTimezoneName: 'Europe/London' },
    timestamp: [day('2024-06-12')],
    columns: flat([512.5]),
  })
  expect(bars).toMatchObject({ currency: 'GBP', priceScale: 0.01, timeZone: 'Europe/London' })
})

test('a range without sessions has no timestamps, and is NO_DATA', async () => {
  await expect(barsOf({})).rejects.toMatchObject({ code: 'NO_DATA' })
})

test('what is left of a delisted symbol is DELISTED', async () => {
  await expect(barsOf({ meta: { currency: null, instrumentType: 'MUTUALFUND' } })).rejects.toMatchObject({
    code: 'DELISTED',
  })
})

test('the adjusted close restates the whole bar', async () => {
  const chart = { timestamp: [day('2024-06-12')], columns: flat([100]), adjclose: [50] }
  const bars = await barsOf(chart, { adjustment: 'splits+dividends' })
  expect([bars.open[0], bars.high[0], bars.low[0], bars.close[0]]).toEqual([50, 50, 50, 50])
  expect(bars.adjustment).toBe('splits+dividends')
})

test('a price widened from float32 reads as it was meant, in both modes', async () => {
  const chart = { timestamp: [day('2024-06-12')], columns: flat([34.099998474121094]) }
  expect((await barsOf(chart)).close[0]).toBe(34.1)
  expect((await barsOf(chart, { numeric: 'string' })).close[0]).toBe('34.1')
})

test.each([false, true])('quotes come behind cookie and crumb (consent form: %s)', async (consent) => {
  await using live = await createFakeYahoo({ consent })
  const client = createClient({ providers: [yahoo(live.options)] })
  const quote = await client.getQuote({ symbol: 'AAPL' })
  expect(quote).toMatchObject({ name: 'Apple Inc.', currency: 'USD', marketState: 'post' })
  const crumbs = () => live.requests.filter(({ url }) => url.pathname.includes('getcrumb')).length
  expect(crumbs()).toBe(1)
  live.expireCrumbs()
  await client.getQuote({ symbol: 'MSFT' })
  expect(crumbs()).toBe(2)
})

test('an apology in place of a crumb is RATE_LIMITED, and no crumb', async () => {
  await using live = await createFakeYahoo()
  live.fail({ kind: 'status', status: 200, text: 'Too Many Requests\r\n' }, { path: /getcrumb/ })
  const client = createClient({ providers: [yahoo(live.options)] })
  const asked = client.getQuote({ symbol: 'AAPL', timeoutMs: 1500 })
  await expect(asked).rejects.toMatchObject({ code: expect.stringMatching(/RATE_LIMITED|TIMEOUT/) })
  expect(live.requests.some(({ url }) => url.searchParams.has('crumb'))).toBe(false)
})

test('requests name their sender, and no browser', async () => {
  const { getBars } = await loadProvider(yahoo())
  const { headers } = getBars.request({
    ...query,
    instrument: fromYahoo('AAPL'),
    symbol: 'AAPL',
    interval: '1d',
    adjustment: 'splits',
    extendedHours: false,
    numeric: 'number',
  })
  expect(headers?.['user-agent']).toMatch(/StarkMatter/)
  expect(headers?.['user-agent']).not.toMatch(/Mozilla/)
})

test.each([
  [7, 'closed', 8],
  [9, 'pre', 13.5],
  [14, 'open', 20],
  [21, 'post', 24],
  [25, 'closed', undefined],
])('at %f o’clock the market is %s, until %f', async (hour, state, next) => {
  const { getMarketStatus } = await loadProvider(yahoo())
  const at = seconds(hour) * 1000
  const response = new HttpResponse({ status: 200, text: JSON.stringify(sessions) })
  expect(getMarketStatus.parse(response, { market: 'XNYS', now: at })).toMatchObject({
    state,
    nextChange: next === undefined ? null : seconds(next) * 1000,
  })
  expect(() => getMarketStatus.request({ market: 'XXXX', now: at })).toThrow(/It knows XNYS/)
})

test('dividends are as they were paid, whatever splits came since, after the range asked for too', async () => {
  const { getCorporateActions } = await loadProvider(yahoo())
  const asked = {
    ...{ instrument: fromYahoo('AAPL'), symbol: 'AAPL', now },
    ...{ start: Date.UTC(2020, 0, 1), end: Date.UTC(2020, 7, 15) },
  }
  const { url } = getCorporateActions.request(asked)
  expect(new URL(url).searchParams.get('period2')).toBe(String(Math.ceil(now / 1000)))
  const splits = { a: { date: day('2020-08-31'), numerator: 4, denominator: 1 } }
  const dividends = {
    b: { date: day('2020-08-07'), amount: 0.205 },
    c: { date: day('2020-11-06'), amount: 0.205 },
  }
  const meta = { currency: 'USD', exchangeTimezoneName: 'America/New_York', symbol: 'AAPL', priceHint: 2 }
  const chart = { result: [{ meta, events: { splits, dividends } }], error: null }
  const response = new HttpResponse({ status: 200, text: JSON.stringify({ chart }) })
  expect(getCorporateActions.parse(response, asked).actions).toEqual([
    { type: 'dividend', date: '2020-08-07', amount: 0.82, currency: 'USD' },
  ])
})

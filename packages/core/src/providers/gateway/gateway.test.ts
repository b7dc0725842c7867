import { describe, expect, test } from 'vitest'
import { createClient, HttpResponse, parseInstrument, StarkMatterError } from '../../index.ts'
import { type BarsQuery, type CodecOutput, type StreamTopic, unknownQuote } from '../../provider/index.ts'
import { loadProvider } from '../../testing/load-provider.ts'
import { gateway } from './gateway.ts'

const provider = await loadProvider(gateway({ url: 'http://desk.example/market/' }))
const aapl = parseInstrument('AAPL')

const query: BarsQuery = {
  instrument: aapl,
  symbol: aapl.id,
  now: 5_000,
  interval: '1d',
  start: 0,
  end: 10_000,
  adjustment: 'splits',
  extendedHours: false,
  numeric: 'number',
}

const body = {
  instrument: 'equity:AAPL@XNAS',
  interval: '1d',
  timeZone: 'America/New_York',
  currency: 'USD',
  priceScale: 1,
  adjustment: 'raw',
  source: {
    provider: 'yahoo',
    fetchedAt: 4_000,
    delayedMs: 900_000,
    attempts: [{ provider: 'yahoo', outcome: 'OK', elapsedMs: 3 }],
  },
  simulated: true,
  forming: true,
  gaps: [{ from: 1, to: 2, reason: 'holiday' }],
  issues: [{ kind: 'bad-row', message: 'left out', where: 'a.csv:3' }],
  bars: [
    [1_000, 1, 2, 0.5, 1.5, null],
    [2_000, 1.5, 2.5, 1, 2, 7],
  ],
}

const answer = (value: unknown, status = 200) => new HttpResponse({ status, text: JSON.stringify(value) })

function failure(run: () => unknown): StarkMatterError {
  try {
    run()
  } catch (error) {
    if (StarkMatterError.is(error)) return error
  }
  return expect.unreachable('it failed with one of our errors')
}

describe('bars', () => {
  test('a question goes out in the words of its caller', () => {
    const asked = { symbol: 'aapl', start: '2024-01-02', end: undefined, limit: 50, adjustment: undefined }
    expect(provider.getBars.request({ ...query, asked }).url).toBe(
      'http://desk.example/market/v1/bars?symbol=aapl&interval=1d&start=2024-01-02&limit=50',
    )
  })

  test('an answer keeps whose data it is, and everything that is said about it', () => {
    const series = provider.getBars.parse(answer(body), query)
    expect(series.facts()).toEqual({ ...body, bars: undefined, instrument: parseInstrument('AAPL@XNAS') })
    expect(series.at(0)).toMatchObject({ time: 1_000, low: 0.5, volume: null, closed: true })
    expect(series.at(1)).toMatchObject({ volume: 7, closed: false })
  })

  test('exact mode keeps the digits on the wire', () => {
    const text = JSON.stringify(body).replace('1.5,null', '1.50000000000000000001,null')
    const series = provider.getBars.parse(new HttpResponse({ status: 200, text }), {
      ...query,
      numeric: 'string',
    })
    expect(series.at(0)).toMatchObject({ close: '1.50000000000000000001', volume: null })
  })

  test.each([
    ['a row that is too short', { ...body, bars: [[1, 2, 3, 4, 5]] }, 'bars[0]'],
    ['a price that is text', { ...body, bars: [[1, '2', 3, 4, 5, 6]] }, 'bars[0]'],
    ['bars that are missing', { ...body, bars: undefined }, 'bars'],
    ['a time twice', { ...body, bars: [body.bars[0], body.bars[0]] }, 'time[1]'],
    ['an interval that is none', { ...body, interval: '7q' }, 'interval'],
    ['a mark that is missing', { ...body, simulated: undefined }, 'simulated'],
  ])('%s is refused with its place', (_what, wrong, path) => {
    expect(failure(() => provider.getBars.parse(answer(wrong), query))).toMatchObject({
      code: 'VALIDATION',
      path,
    })
  })

  test.each([
    [404, { code: 'UNKNOWN_SYMBOL', message: 'No provider lists it.', symbol: 'NOPE' }, { symbol: 'NOPE' }],
    [429, { code: 'RATE_LIMITED', message: 'Slower.', retryAfterMs: 2_000 }, { retryAfterMs: 2_000 }],
    [400, { code: 'BAD_REQUEST', message: 'No.', parameter: 'interval' }, { parameter: 'interval' }],
    [504, { code: 'TIMEOUT', message: 'Late.', timeoutMs: 9 }, { timeoutMs: 9, retryable: true }],
    [502, { code: 'NETWORK', message: 'Away.', provider: 'yahoo' }, { provider: 'yahoo' }],
  ])('an error of status %i is the error that it was behind the gateway', (status, error, facts) => {
    expect(failure(() => provider.getBars.parse(answer({ error }, status), query))).toMatchObject({
      code: error.code,
      ...facts,
    })
  })

  test('a page of markup in the place of a gateway is typed', () => {
    const page = (status: number) => new HttpResponse({ status, text: '<html>502</html>' })
    expect(failure(() => provider.getBars.parse(page(502), query)).code).toBe('UPSTREAM')
    expect(failure(() => provider.getBars.parse(page(200), query)).code).toBe('VALIDATION')
  })
})

describe('news', () => {
  const item = {
    id: 'n1',
    time: 4_000,
    title: 'Apple raises its forecast',
    summary: null,
    url: 'https://wire.example/1',
    source: 'Wire',
    author: null,
    imageUrl: null,
    instruments: ['equity:AAPL@XNAS'],
    language: 'en',
    truncated: false,
    provider: 'synthetic',
    simulated: true,
  }
  const asked = {
    instruments: [aapl],
    symbols: [aapl.id],
    text: undefined,
    start: undefined,
    end: undefined,
    limit: 500,
    now: 5_000,
  }
  const parse = (...news: unknown[]) => provider.getNews.parse(answer({ news }), asked)

  test('a question goes out by canonical ids, for no more than one answer holds', () => {
    expect(provider.getNews.request({ ...asked, start: 1_000 }).url).toBe(
      'http://desk.example/market/v1/news?symbols=equity%3AAAPL&start=1000&limit=200',
    )
    expect(provider.getNews.request({ ...asked, instruments: [], symbols: [], text: 'steel' }).url).toBe(
      'http://desk.example/market/v1/news?text=steel&limit=200',
    )
  })

  test('an article keeps who found it, and that it is made up', () => {
    const found = { ...item, instruments: [parseInstrument('AAPL@XNAS')] }
    expect(parse(item)).toEqual([found])
    expect(parse({ ...item, simulated: false })[0]).not.toHaveProperty('simulated')
  })

  test('markup and links that are none reach no page', () => {
    expect(parse({ ...item, url: 'javascript:alert(1)' })).toEqual([])
    const [cleaned] = parse({ ...item, title: '<img src=x onerror=alert(1)>Apple' })
    expect(cleaned?.title).toBe('Apple')
  })

  test.each([
    ['a mark that is missing', { ...item, simulated: undefined }, 'news[0].simulated'],
    ['a time that is none', { ...item, time: 'now' }, 'news[0].time'],
  ])('%s is refused with its place', (_what, wrong, path) => {
    expect(failure(() => parse(wrong))).toMatchObject({ code: 'VALIDATION', path })
  })
})

test('a quote keeps the limits of its price and the auction before it', async () => {
  const bands = { lower: 198.11, upper: 218.96, time: 1_000, indicators: ['21'] }
  const auction = {
    kind: 'open',
    time: 1_000,
    auctionTime: 2_000,
    imbalance: -480,
    paired: 440,
    price: null,
    venue: '10',
  }
  const { source } = body
  const quote = { ...unknownQuote, instrument: aapl.id, bands, auction, source }
  const asked = { instruments: [aapl], symbols: [aapl.id], now: 5_000, numeric: 'number' } as const
  const parse = (one: object) => provider.getQuotes.parse(answer({ quotes: [one], missing: [] }), asked)
  expect(parse(quote)).toMatchObject([{ bands, auction }])
  expect(parse({ ...quote, bands: undefined, auction: undefined })[0]).not.toHaveProperty('bands')
  const wrong = () => parse({ ...quote, auction: { ...auction, paired: null } })
  expect(failure(wrong)).toMatchObject({ code: 'VALIDATION', path: 'quotes[0].auction.paired' })
})

describe('live data', () => {
  const topic: StreamTopic = { key: 'k', channel: 'bars', instrument: aapl, symbol: aapl.id, interval: '1m' }
  const bar = { time: 60_000, open: 1, high: 1, low: 1, close: 1, volume: null, closed: false }
  const stream = provider.stream
  const sent = (output: CodecOutput) => output.send?.map((frame) => JSON.parse(String(frame)))

  test('a new connection asks for what came after the last message that was understood', async () => {
    const first = await stream.codec()
    expect(sent(first.subscribe([topic]))).toEqual([
      { type: 'subscribe', channel: 'bars', symbol: 'equity:AAPL', interval: '1m' },
    ])
    const frame = { type: 'bar', topic: 'bars:equity:AAPL:1m', cursor: '5-1', bar }
    expect(first.receive(JSON.stringify(frame), 0).events).toEqual([{ type: 'bar', topic: 'k', bar }])
    const broken = JSON.stringify({ ...frame, cursor: '5-2', bar: { ...bar, close: 'x' } })
    expect(failure(() => first.receive(broken, 0)).code).toBe('VALIDATION')
    expect(sent((await stream.codec(first)).subscribe([topic]))).toMatchObject([{ cursor: '5-1' }])
  })

  test('a topic that was left is not resumed', async () => {
    const codec = await stream.codec()
    codec.subscribe([topic])
    codec.receive(JSON.stringify({ type: 'bar', topic: 'bars:equity:AAPL:1m', cursor: '5-1', bar }), 0)
    codec.unsubscribe([topic])
    expect(sent(codec.subscribe([topic]))?.[0]).not.toHaveProperty('cursor')
  })

  test('a status tells whose data the feed carries', async () => {
    const codec = await stream.codec()
    codec.subscribe([topic])
    const status = { provider: 'synthetic', simulated: true, delayedMs: null }
    const frame = JSON.stringify({ type: 'status', topic: 'bars:equity:AAPL:1m', state: 'live', ...status })
    expect(codec.receive(frame, 0).events).toEqual([{ type: 'origin', topic: 'k', ...status }])
  })
})

test('a client of a gateway has its methods and no others', () => {
  const client = createClient({ providers: [provider] })
  expect(client).toHaveProperty('watchBars')
  // @ts-expect-error a gateway serves no options yet
  expect(client.getOptionChain).toBeUndefined()
  // @ts-expect-error: a page in JavaScript may leave it out
  expect(() => gateway({})).toThrow('must be an http(s) address')
  expect(() => gateway({ url: 'desk.example' })).toThrow('must be an http(s) address')
})

test('a password in a wrong address is not told', () => {
  expect(() => gateway({ url: 'ftp://reader:hunter2@desk.example' })).toThrow(
    expect.objectContaining({
      message: expect.not.stringContaining('hunter2'),
      got: expect.not.stringContaining('hunter2'),
    }),
  )
})

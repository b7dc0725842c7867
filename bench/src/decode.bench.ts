import {
  type Adjustment,
  type BarSeries,
  checkBars,
  equity,
  HttpResponse,
  loadOperation,
  type NumericMode,
  type Provider,
} from '@starkmatter/core'
import { alphaVantage } from '@starkmatter/core/providers/alpha-vantage'
import { massive } from '@starkmatter/core/providers/massive'
import { yahoo } from '@starkmatter/core/providers/yahoo'
import { measure } from './lib/measure.ts'
import { report } from './lib/report.ts'

const dayMs = 86_400_000
const first = Date.UTC(1990, 0, 2, 14, 30)

function createRandom(): () => number {
  let seed = 7
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
}

/** A chart answer of daily bars, spelled as Yahoo does: float32 prices widened to doubles, columns of equal length. */
function chartText(bars: number): string {
  const random = createRandom()
  const timestamp: number[] = []
  const quote = {
    open: [] as number[],
    high: [] as number[],
    low: [] as number[],
    close: [] as number[],
    volume: [] as number[],
  }
  const adjclose: number[] = []
  let price = 34.1
  for (let i = 0; i < bars; i++) {
    const open = Math.fround(Math.round(price * 100) / 100)
    price *= 1 + (random() - 0.495) / 50
    const close = Math.fround(Math.round(price * 100) / 100)
    timestamp.push((first + i * dayMs) / 1000)
    quote.open.push(open)
    quote.close.push(close)
    quote.high.push(Math.fround(Math.max(open, close) + 0.25))
    quote.low.push(Math.fround(Math.min(open, close) - 0.25))
    quote.volume.push(Math.floor(1e6 + random() * 5e7))
    // As if dividends had been paid since: less, and again a float32.
    adjclose.push(Math.fround(close * (0.7 + (0.3 * i) / bars)))
  }
  const meta = {
    currency: 'USD',
    symbol: 'TEST',
    exchangeName: 'NMS',
    instrumentType: 'EQUITY',
    firstTradeDate: first / 1000,
    gmtoffset: -18_000,
    timezone: 'EST',
    exchangeTimezoneName: 'America/New_York',
    priceHint: 2,
    dataGranularity: '1d',
    range: '',
  }
  return JSON.stringify({
    chart: {
      result: [{ meta, timestamp, indicators: { quote: [quote], adjclose: [{ adjclose }] } }],
      error: null,
    },
  })
}

/** Daily bars as rows of numbers under one-letter names, as Massive sends them. */
function aggregatesText(bars: number): string {
  const results = rowsOf(bars).map(({ open, high, low, close, volume }, i) => ({
    v: volume,
    vw: Number(((open + close) / 2).toFixed(4)),
    o: open,
    c: close,
    h: high,
    l: low,
    t: first + i * dayMs,
    n: Math.floor(volume / 100),
  }))
  return JSON.stringify({
    ticker: 'TEST',
    queryCount: bars,
    resultsCount: bars,
    adjusted: true,
    results,
    status: 'OK',
  })
}

/** Daily bars as objects of texts under their dates, newest first, as Alpha Vantage sends them. */
function seriesText(bars: number): string {
  const entries = rowsOf(bars).map(({ open, high, low, close, volume }, i) => [
    new Date(first + i * dayMs).toISOString().slice(0, 10),
    {
      '1. open': open.toFixed(4),
      '2. high': high.toFixed(4),
      '3. low': low.toFixed(4),
      '4. close': close.toFixed(4),
      '5. volume': String(volume),
    },
  ])
  return JSON.stringify({
    'Meta Data': { '1. Information': 'Daily Prices', '2. Symbol': 'TEST', '5. Time Zone': 'US/Eastern' },
    'Time Series (Daily)': Object.fromEntries(entries.reverse()),
  })
}

function rowsOf(bars: number) {
  const random = createRandom()
  let price = 34.1
  return Array.from({ length: bars }, () => {
    const open = cents(price)
    price *= 1 + (random() - 0.495) / 50
    const close = cents(price)
    const [high, low] = [cents(Math.max(open, close) + 0.25), cents(Math.min(open, close) - 0.25)]
    return { open, high, low, close, volume: Math.floor(1e6 + random() * 5e7) }
  })
}

const cents = (price: number) => Math.round(price * 100) / 100

type Case = { name: string; provider: Provider; adjustment: Adjustment; textOf: (bars: number) => string }

const cases: readonly Case[] = [
  { name: 'yahoo', provider: yahoo(), adjustment: 'splits', textOf: chartText },
  { name: 'yahoo, dividends', provider: yahoo(), adjustment: 'splits+dividends', textOf: chartText },
  { name: 'massive', provider: massive({ apiKey: 'key' }), adjustment: 'splits', textOf: aggregatesText },
  {
    name: 'alpha-vantage',
    provider: alphaVantage({ apiKey: 'key' }),
    adjustment: 'raw',
    textOf: seriesText,
  },
]

/** From the text of an answer to checked columns, as the client does it. */
async function createDecoder({ provider, adjustment }: Case, bars: number) {
  const operation = provider.getBars && (await loadOperation(provider.getBars))
  if (!operation || !('parse' in operation)) throw new Error(`${provider.id} has no bars over HTTP`)
  const query = {
    instrument: equity('TEST'),
    symbol: 'TEST',
    now: first + (bars + 30) * dayMs,
    interval: '1d' as const,
    start: first - dayMs,
    end: first + bars * dayMs,
    adjustment,
    extendedHours: false,
    numeric: 'number' as const,
  }
  return (text: string): BarSeries<NumericMode> =>
    checkBars(operation.parse(new HttpResponse({ status: 200, text }), query), query, provider)
}

// The two take turns, so that a busy machine slows both.
const rounds = 15
const once = { runs: 1, warmup: 1 }
const rows = []
let worst = 0
for (const one of cases) {
  for (const bars of [252, 2_520, 12_600]) {
    const text = one.textOf(bars)
    const decode = await createDecoder(one, bars)
    const repeats = Math.max(1, Math.round(50_000 / bars))
    const repeat = (action: () => unknown) => () => {
      for (let i = 0; i < repeats; i++) action()
    }
    if (decode(text).length !== bars) throw new Error(`${one.name}: not every bar was decoded`)
    const parsing = repeat(() => JSON.parse(text))
    const decoding = repeat(() => decode(text))
    let parseMs = Number.POSITIVE_INFINITY
    let decodeMs = Number.POSITIVE_INFINITY
    for (let round = 0; round < rounds; round++) {
      parseMs = Math.min(parseMs, (await measure(parsing, once)).minMs)
      decodeMs = Math.min(decodeMs, (await measure(decoding, once)).minMs)
    }
    const ratio = decodeMs / parseMs
    worst = Math.max(worst, ratio)
    rows.push({
      name: `${one.name}, ${bars} bars`,
      jsonParseMs: parseMs / repeats,
      decodeMs: decodeMs / repeats,
      ratio,
    })
  }
}

report({
  name: 'decode',
  method:
    'Answers of daily bars in the shapes of the vendors, made here: JSON.parse of the text alone against text to validated BarSeries. Least time of 15 turns of about 50,000 bars each.',
  rows,
  bars: [{ claim: 'decoding and validating takes at most 1.5x the time of JSON.parse', met: worst <= 1.5 }],
})

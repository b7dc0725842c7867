import { checkBars, equity, HttpResponse, loadOperation } from '@starkmatter/core'
import { yahoo } from '@starkmatter/core/providers/yahoo'
import { measure } from './lib/measure.ts'
import { report } from './lib/report.ts'

const dayMs = 86_400_000
const first = Date.UTC(1990, 0, 2, 14, 30)

/** A chart answer of daily bars, spelled as Yahoo does: float32 prices widened to doubles, columns of equal length. */
function chartText(bars: number): string {
  let seed = 7
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
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
    adjclose.push(close)
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

const provider = yahoo()
const { parse } = await loadOperation(provider.getBars)

/** From the text of an answer to checked columns, as the client does it. */
function decode(text: string, bars: number): number {
  const query = {
    instrument: equity('TEST'),
    symbol: 'TEST',
    now: first + (bars + 30) * dayMs,
    interval: '1d' as const,
    start: first,
    end: first + bars * dayMs,
    adjustment: 'splits' as const,
    extendedHours: false,
    numeric: 'number' as const,
  }
  const series = parse(new HttpResponse({ status: 200, text }), query)
  return checkBars(series, query, provider).length
}

// The two take turns, so that a busy machine slows both.
const rounds = 15
const once = { runs: 1, warmup: 1 }
const rows = []
let worst = 0
for (const bars of [252, 2_520, 12_600]) {
  const text = chartText(bars)
  const repeats = Math.max(1, Math.round(50_000 / bars))
  const repeat = (action: () => unknown) => () => {
    for (let i = 0; i < repeats; i++) action()
  }
  if (decode(text, bars) !== bars) throw new Error('not every bar was decoded')
  const parsing = repeat(() => JSON.parse(text))
  const decoding = repeat(() => decode(text, bars))
  let parseMs = Number.POSITIVE_INFINITY
  let decodeMs = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    parseMs = Math.min(parseMs, (await measure(parsing, once)).minMs)
    decodeMs = Math.min(decodeMs, (await measure(decoding, once)).minMs)
  }
  const ratio = decodeMs / parseMs
  worst = Math.max(worst, ratio)
  rows.push({ name: `${bars} bars`, jsonParseMs: parseMs / repeats, decodeMs: decodeMs / repeats, ratio })
}

report({
  name: 'decode',
  method:
    'One chart answer in the shape of Yahoo, made here: JSON.parse of the text alone against text to validated BarSeries. Least time of 15 turns of about 50,000 bars each.',
  rows,
  bars: [{ claim: 'decoding and validating takes at most 1.5x the time of JSON.parse', met: worst <= 1.5 }],
})

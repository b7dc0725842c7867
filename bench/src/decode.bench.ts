import {
  type Adjustment,
  type BarSeries,
  checkBars,
  crypto,
  equity,
  HttpResponse,
  type Instrument,
  type Interval,
  loadOperation,
  type NumericMode,
  type Provider,
} from '@starkmatter/core'
import { alpaca } from '@starkmatter/core/providers/alpaca'
import { alphaVantage } from '@starkmatter/core/providers/alpha-vantage'
import { binance } from '@starkmatter/core/providers/binance'
import { coinbase } from '@starkmatter/core/providers/coinbase'
import { gateway } from '@starkmatter/core/providers/gateway'
import { kraken } from '@starkmatter/core/providers/kraken'
import { massive } from '@starkmatter/core/providers/massive'
import { tiingo } from '@starkmatter/core/providers/tiingo'
import { yahoo } from '@starkmatter/core/providers/yahoo'
import {
  type AnswerBar,
  alpacaText,
  alphaVantageAdjustedText,
  alphaVantageText,
  answerBars,
  binanceText,
  coinbaseText,
  gatewayText,
  krakenText,
  massiveText,
  tiingoDailyText,
  tiingoIntradayText,
  tiingoPairText,
  yahooText,
} from './lib/bar-answers.ts'
import { report } from './lib/report.ts'

const dayMs = 86_400_000
const first = Date.UTC(1990, 0, 2, 14, 30)
const share = equity('TEST')
const pair = crypto('TEST', 'USD')
const keys = { apiKey: 'key', keyId: 'key', secretKey: 'key' }

type Case = {
  name: string
  provider: Provider
  textOf: (bars: readonly AnswerBar[]) => string
  /** @default a share */
  instrument?: Instrument
  /** @default 'splits' */
  adjustment?: Adjustment
  /** @default '1d' */
  interval?: Interval
}

const allDividends = 'splits+dividends'
const cases: readonly Case[] = [
  { name: 'yahoo', provider: yahoo(), textOf: yahooText },
  { name: 'yahoo, dividends', provider: yahoo(), adjustment: allDividends, textOf: yahooText },
  { name: 'massive', provider: massive(keys), textOf: massiveText },
  { name: 'alpha-vantage', provider: alphaVantage(keys), adjustment: 'raw', textOf: alphaVantageText },
  {
    name: 'alpha-vantage, dividends',
    provider: alphaVantage(keys),
    adjustment: allDividends,
    textOf: alphaVantageAdjustedText,
  },
  { name: 'alpaca', provider: alpaca(keys), textOf: alpacaText },
  { name: 'tiingo, daily', provider: tiingo(keys), adjustment: 'raw', textOf: tiingoDailyText },
  {
    name: 'tiingo, daily, dividends',
    provider: tiingo(keys),
    adjustment: allDividends,
    textOf: tiingoDailyText,
  },
  { name: 'tiingo, daily, splits', provider: tiingo(keys), textOf: tiingoDailyText },
  {
    name: 'tiingo, intraday',
    provider: tiingo(keys),
    adjustment: 'raw',
    interval: '5m',
    textOf: tiingoIntradayText,
  },
  { name: 'tiingo, pair', provider: tiingo(keys), instrument: pair, textOf: tiingoPairText },
  { name: 'binance', provider: binance(), instrument: pair, textOf: binanceText },
  { name: 'coinbase', provider: coinbase(), instrument: pair, textOf: coinbaseText },
  { name: 'kraken', provider: kraken(), instrument: pair, textOf: krakenText },
  { name: 'gateway', provider: gateway({ url: 'http://localhost' }), textOf: gatewayText },
]

/** From the text of an answer to checked columns, as the client does it. */
async function createDecoder(
  { provider, adjustment = 'splits', instrument = share, interval = '1d' }: Case,
  bars: number,
) {
  const operation = provider.getBars && (await loadOperation(provider.getBars))
  if (!operation || !('parse' in operation)) throw new Error(`${provider.id} has no bars over HTTP`)
  const query = {
    instrument,
    symbol: 'TEST',
    now: first + (bars + 30) * dayMs,
    interval,
    start: first - dayMs,
    end: first + bars * dayMs,
    adjustment,
    extendedHours: false,
    numeric: 'number' as const,
  }
  return (text: string): BarSeries<NumericMode> =>
    checkBars(operation.parse(new HttpResponse({ status: 200, text }), query), query, provider)
}

// The two take turns, so that a busy machine slows both. Garbage is collected when it is due and not between the turns: to
// ask for it throws away the code that was compiled for shapes of which just then no object is alive.
const rounds = 31
const rows = []
const wanted = process.argv[2] ?? ''
let worst = 0
for (const one of cases.filter(({ name }) => name.startsWith(wanted))) {
  for (const bars of [252, 2_520, 12_600]) {
    const text = one.textOf(answerBars(bars, first))
    const decode = await createDecoder(one, bars)
    const repeats = Math.max(1, Math.round(50_000 / bars))
    const timeOf = (action: () => unknown) => {
      const begin = performance.now()
      for (let i = 0; i < repeats; i++) action()
      return performance.now() - begin
    }
    if (decode(text).length !== bars) throw new Error(`${one.name}: not every bar was decoded`)
    let parseMs = Number.POSITIVE_INFINITY
    let decodeMs = Number.POSITIVE_INFINITY
    for (let round = 0; round < rounds; round++) {
      parseMs = Math.min(
        parseMs,
        timeOf(() => JSON.parse(text)),
      )
      decodeMs = Math.min(
        decodeMs,
        timeOf(() => decode(text)),
      )
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
    'Answers of bars in the shapes of the vendors, made here: JSON.parse of the text alone against text to validated BarSeries. Least time of 31 turns of about 50,000 bars each.',
  rows,
  bars: [{ claim: 'decoding and validating takes at most 1.5x the time of JSON.parse', met: worst <= 1.5 }],
})

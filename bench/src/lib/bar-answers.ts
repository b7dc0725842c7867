/** Answers of bars in the spelling of each vendor, made here: what a decoder is timed on. */

/** One made-up bar; prices have two decimals. */
export type AnswerBar = {
  time: number
  open: number
  high: number
  low: number
  close: number
  volume: number
}

const dayMs = 86_400_000

/** Days from `first` on, a bar each. */
export function answerBars(count: number, first: number): AnswerBar[] {
  const random = createRandom()
  let price = 34.1
  return Array.from({ length: count }, (_, index) => {
    const open = cents(price)
    price *= 1 + (random() - 0.495) / 50
    const close = cents(price)
    const [high, low] = [cents(Math.max(open, close) + 0.25), cents(Math.min(open, close) - 0.25)]
    return {
      time: first + index * dayMs,
      open,
      high,
      low,
      close,
      volume: Math.floor(1e6 + random() * 5e7),
    }
  })
}

const cents = (price: number) => Math.round(price * 100) / 100

function createRandom(): () => number {
  let seed = 7
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
}

/** Columns of equal length; float32 prices widened to doubles. */
export function yahooText(bars: readonly AnswerBar[]): string {
  const float32 = (name: 'open' | 'high' | 'low' | 'close') => bars.map((bar) => Math.fround(bar[name]))
  const close = float32('close')
  const quote = {
    open: float32('open'),
    high: float32('high'),
    low: float32('low'),
    close,
    volume: bars.map(({ volume }) => volume),
  }
  // As if dividends had been paid since: less, and again a float32.
  const adjclose = close.map((price, i) => Math.fround(price * (0.7 + (0.3 * i) / bars.length)))
  const timestamp = bars.map(({ time }) => time / 1000)
  const meta = {
    currency: 'USD',
    symbol: 'TEST',
    exchangeName: 'NMS',
    instrumentType: 'EQUITY',
    firstTradeDate: timestamp[0],
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

/** Rows of numbers under names of a letter. */
export function massiveText(bars: readonly AnswerBar[]): string {
  const results = bars.map(({ time, open, high, low, close, volume }) => ({
    v: volume,
    vw: Number(((open + close) / 2).toFixed(4)),
    o: open,
    c: close,
    h: high,
    l: low,
    t: time,
    n: Math.floor(volume / 100),
  }))
  const count = bars.length
  return JSON.stringify({
    ticker: 'TEST',
    queryCount: count,
    resultsCount: count,
    adjusted: true,
    results,
    status: 'OK',
  })
}

/** Objects of texts under their dates, newest first. */
export function alphaVantageText(bars: readonly AnswerBar[]): string {
  const entries = bars.map(({ time, open, high, low, close, volume }) => [
    dayOf(time),
    {
      '1. open': open.toFixed(4),
      '2. high': high.toFixed(4),
      '3. low': low.toFixed(4),
      '4. close': close.toFixed(4),
      '5. volume': String(volume),
    },
  ])
  return alphaVantageBody(entries)
}

/** As above, with the adjusted close, the dividend and the split of each day. */
export function alphaVantageAdjustedText(bars: readonly AnswerBar[]): string {
  const entries = bars.map(({ time, open, high, low, close, volume }, i) => [
    dayOf(time),
    {
      '1. open': open.toFixed(4),
      '2. high': high.toFixed(4),
      '3. low': low.toFixed(4),
      '4. close': close.toFixed(4),
      '5. adjusted close': (close * (0.7 + (0.3 * i) / bars.length)).toPrecision(15),
      '6. volume': String(volume),
      '7. dividend amount': '0.0000',
      '8. split coefficient': '1.0',
    },
  ])
  return alphaVantageBody(entries)
}

function alphaVantageBody(entries: readonly unknown[][]): string {
  return JSON.stringify({
    'Meta Data': { '1. Information': 'Daily Prices', '2. Symbol': 'TEST', '5. Time Zone': 'US/Eastern' },
    'Time Series (Daily)': Object.fromEntries(entries.toReversed()),
  })
}

/** Rows of twelve cells, prices and sizes as texts of eight decimals. */
export function binanceText(bars: readonly AnswerBar[]): string {
  const text = (value: number) => value.toFixed(8)
  return JSON.stringify(
    bars.map(({ time, open, high, low, close, volume }) => [
      time,
      text(open),
      text(high),
      text(low),
      text(close),
      text(volume / 1000),
      time + dayMs - 1,
      text((volume / 1000) * close),
      Math.floor(volume / 100),
      text(volume / 2500),
      text((volume / 2500) * close),
      '0',
    ]),
  )
}

/** Rows of eight cells, prices and sizes as texts. */
export function krakenText(bars: readonly AnswerBar[]): string {
  const rows = bars.map(({ time, open, high, low, close, volume }) => [
    time / 1000,
    open.toFixed(1),
    high.toFixed(1),
    low.toFixed(1),
    close.toFixed(1),
    ((open + close) / 2).toFixed(1),
    (volume / 1e5).toFixed(8),
    Math.floor(volume / 100),
  ])
  return JSON.stringify({ error: [], result: { TEST: rows, last: 0 } })
}

/** Objects of texts, newest first. */
export function coinbaseText(bars: readonly AnswerBar[]): string {
  const candles = bars.map(({ time, open, high, low, close, volume }) => ({
    start: String(time / 1000),
    low: low.toFixed(2),
    high: high.toFixed(2),
    open: open.toFixed(2),
    close: close.toFixed(2),
    volume: (volume / 1e5).toFixed(8),
  }))
  return JSON.stringify({ candles: candles.reverse() })
}

/** Rows of numbers under names of a letter, each with its instant. */
export function alpacaText(bars: readonly AnswerBar[]): string {
  const rows = bars.map(({ time, open, high, low, close, volume }) => ({
    c: close,
    h: high,
    l: low,
    n: Math.floor(volume / 100),
    o: open,
    t: new Date(time).toISOString().replace('.000', ''),
    v: volume,
    vw: Number(((open + close) / 2).toFixed(6)),
  }))
  return JSON.stringify({ bars: { TEST: rows }, next_page_token: null })
}

/** Rows of numbers, raw and adjusted, under the day's midnight. */
export function tiingoDailyText(bars: readonly AnswerBar[]): string {
  return JSON.stringify(
    bars.map(({ time, open, high, low, close, volume }, i) => {
      const factor = 0.7 + (0.3 * i) / bars.length
      return {
        date: `${dayOf(time)}T00:00:00.000Z`,
        close,
        high,
        low,
        open,
        volume,
        adjClose: close * factor,
        adjHigh: high * factor,
        adjLow: low * factor,
        adjOpen: open * factor,
        adjVolume: volume,
        divCash: 0,
        splitFactor: 1,
      }
    }),
  )
}

/** Rows of numbers under their instants. */
export function tiingoIntradayText(bars: readonly AnswerBar[]): string {
  return JSON.stringify(
    bars.map(({ time, open, high, low, close, volume }) => ({
      date: new Date(time).toISOString(),
      open,
      high,
      low,
      close,
      volume,
    })),
  )
}

/** One pair with rows of numbers under instants with an offset. */
export function tiingoPairText(bars: readonly AnswerBar[]): string {
  const priceData = bars.map(({ time, open, high, low, close, volume }) => ({
    open,
    high,
    low,
    close,
    date: new Date(time).toISOString().replace('.000Z', '+00:00'),
    tradesDone: Math.floor(volume / 100),
    volume: volume / 1000,
    volumeNotional: (volume / 1000) * close,
  }))
  return JSON.stringify([{ ticker: 'TEST', baseCurrency: 'test', quoteCurrency: 'usd', priceData }])
}

/** What our own server answers. */
export function gatewayText(bars: readonly AnswerBar[]): string {
  return JSON.stringify({
    instrument: 'equity:TEST',
    interval: '1d',
    timeZone: 'America/New_York',
    currency: 'USD',
    priceScale: 1,
    adjustment: 'splits',
    source: { provider: 'yahoo', fetchedAt: 0, delayedMs: null, attempts: [] },
    simulated: false,
    forming: false,
    gaps: [],
    issues: [],
    bars: bars.map(({ time, open, high, low, close, volume }) => [time, open, high, low, close, volume]),
  })
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

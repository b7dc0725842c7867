const dayMs = 86_400_000

/** Where the bars of {@link chartText} begin, ms UTC. */
export const chartStart = Date.UTC(2020, 0, 2, 14, 30)

/** A chart answer of daily bars with all that Yahoo says beside them: float32 prices widened to doubles, in columns. */
export function chartText(bars: number): string {
  let seed = 7
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  const timestamp = Array.from({ length: bars }, (_, day) => (chartStart + day * dayMs) / 1000)
  const close = timestamp.map(() => Math.fround(Math.round(10_000 + random() * 500) / 100))
  const open = timestamp.map(() => Math.fround(Math.round(10_000 + random() * 500) / 100))
  const high = close.map((price, day) => Math.fround(Math.max(price, open[day] ?? 0) + 0.25))
  const low = close.map((price, day) => Math.fround(Math.min(price, open[day] ?? 0) - 0.25))
  const volume = close.map(() => Math.floor(1e6 + random() * 5e7))
  const [begin, end] = [timestamp[0] ?? 0, timestamp.at(-1) ?? 0]
  const period = { timezone: 'EST', start: end, end: end + 23_400, gmtoffset: -18_000 }
  const meta = {
    currency: 'USD',
    symbol: 'TEST',
    exchangeName: 'NMS',
    fullExchangeName: 'NasdaqGS',
    instrumentType: 'EQUITY',
    firstTradeDate: begin,
    regularMarketTime: end,
    hasPrePostMarketData: true,
    gmtoffset: -18_000,
    timezone: 'EST',
    exchangeTimezoneName: 'America/New_York',
    regularMarketPrice: close.at(-1),
    chartPreviousClose: 100,
    priceHint: 2,
    currentTradingPeriod: { pre: period, regular: period, post: period },
    dataGranularity: '1d',
    range: '',
    validRanges: ['1d', '5d', '1mo', '1y', 'max'],
  }
  const indicators = { quote: [{ open, high, low, close, volume }], adjclose: [{ adjclose: close }] }
  return JSON.stringify({ chart: { result: [{ meta, timestamp, indicators }], error: null } })
}

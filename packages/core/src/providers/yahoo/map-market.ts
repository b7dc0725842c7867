import { UnsupportedError } from '../../errors/index.ts'
import type { MarketStatus } from '../../market/index.ts'
import { type HttpResponse, type MarketStatusQuery, sourceOf, type Wire } from '../../provider/index.ts'
import { readResult } from './schema.ts'

// Something that trades when the market does: a share of a fund where there are hours before and after, else an index.
const symbols: Readonly<Record<string, string>> = {
  XNYS: 'SPY',
  ARCX: 'SPY',
  XASE: 'SPY',
  XNAS: 'QQQ',
  XTSE: '^GSPTSE',
  XLON: '^FTSE',
  XETR: '^GDAXI',
  XPAR: '^FCHI',
  XAMS: '^AEX',
  XSWX: '^SSMI',
  XTKS: '^N225',
  XHKG: '^HSI',
  XASX: '^AXJO',
  CRYPTO: 'BTC-USD',
  FX: 'EURUSD=X',
}

/** @throws {UnsupportedError} no symbol tells of this market */
export function symbolOfMarket(market: string): string {
  const symbol = symbols[market.toUpperCase()]
  if (symbol) return symbol
  const known = Object.keys(symbols).join(', ')
  throw new UnsupportedError(`yahoo does not follow the market "${market}". It knows ${known}.`, {
    provider: 'yahoo',
  })
}

/** The state by the hours of the current session, or of the next one, in the head of a chart. */
export function readMarketStatus(response: HttpResponse, query: MarketStatusQuery): MarketStatus {
  const { market, now } = query
  const symbol = symbolOfMarket(market)
  const chart = readResult(response, 'chart', { now, symbol }).at(0)
  const periods = chart.at('meta').at('currentTradingPeriod')
  const spans = (['pre', 'regular', 'post'] as const).flatMap((name) => {
    const wire = periods.at(name)
    return name !== 'regular' && wire.isAbsent ? [] : [{ name, ...spanOf(wire) }]
  })
  const present = spans.find(({ start, end }) => now >= start && now < end)
  const next = spans.map(({ start }) => start).filter((start) => start > now)
  return {
    market,
    state: present ? (present.name === 'regular' ? 'open' : present.name) : 'closed',
    time: now,
    nextChange: present?.end ?? (next.length > 0 ? Math.min(...next) : null),
    source: sourceOf('yahoo', query),
  }
}

function spanOf(wire: Wire): { start: number; end: number } {
  const [start, end] = [wire.at('start').number() * 1000, wire.at('end').number() * 1000]
  if (end < start) throw wire.at('end').unlike(`a time not before ${start / 1000}`)
  return { start, end }
}

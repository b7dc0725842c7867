import { dateInZone, type Interval, parseInterval, zonedToUtc } from '../market/index.ts'
import { createRandom } from './random.ts'

export type FakeBar = { time: number; open: number; high: number; low: number; close: number; volume: number }
export type FakeDividend = { date: string; amount: number }
export type FakeSplit = { date: string; numerator: number; denominator: number }

export type FakeListing = { symbol: string; name: string; kind: 'equity' | 'crypto' | 'fx' }

const dayMs = 86_400_000
const newYork = 'America/New_York'

/**
 * A market that exists only in arithmetic: its prices follow from seed, symbol and time alone, so that any two questions about
 * one moment get one answer. Shares trade 09:30 to 16:00 New York time on weekdays, pairs always.
 */
export function createFakeMarket(options: { seed?: number | undefined; now?: number | undefined } = {}) {
  const { seed = 1, now = Date.UTC(2024, 5, 14, 21) } = options

  const listing = (symbol: string) => listings.find((one) => one.symbol === symbol)

  /** Prices with two decimals, as if one had asked the venue at `now`. */
  const bars = (symbol: string, interval: Interval, start: number, end: number): FakeBar[] => {
    const kind = listing(symbol)?.kind
    if (!kind) return []
    return opens(kind, interval, start, Math.min(end, now)).map((time) =>
      barAt(hash(symbol) ^ seed, time, parseInterval(interval).ms),
    )
  }

  return {
    now,
    listings,
    listing,
    bars,
    /** The newest daily bar and the one before. */
    latest(symbol: string): readonly [today: FakeBar | undefined, before: FakeBar | undefined] {
      const [before, today] = bars(symbol, '1d', now - 7 * dayMs, now).slice(-2)
      return [today, before]
    },
    dividends: (symbol: string): FakeDividend[] =>
      symbol === 'AAPL'
        ? ['2023-08-11', '2023-11-10', '2024-02-09', '2024-05-10'].map((date) => ({ date, amount: 0.24 }))
        : [],
    splits: (symbol: string): FakeSplit[] =>
      symbol === 'AAPL' ? [{ date: '2020-08-31', numerator: 4, denominator: 1 }] : [],
  }
}

export type FakeMarket = ReturnType<typeof createFakeMarket>

const listings: readonly FakeListing[] = [
  { symbol: 'AAPL', name: 'Apple Inc.', kind: 'equity' },
  { symbol: 'MSFT', name: 'Microsoft Corporation', kind: 'equity' },
  { symbol: 'BRK.B', name: 'Berkshire Hathaway Inc.', kind: 'equity' },
  { symbol: 'BTC/USD', name: 'Bitcoin', kind: 'crypto' },
  { symbol: 'EUR/USD', name: 'Euro', kind: 'fx' },
]

function opens(kind: FakeListing['kind'], interval: Interval, start: number, end: number): number[] {
  const { ms, isDaily } = parseInterval(interval)
  const times: number[] = []
  if (kind !== 'equity') {
    for (let time = Math.ceil(start / ms) * ms; time < end; time += ms) times.push(time)
    return times
  }
  for (let day = Math.floor(start / dayMs) - 1; day * dayMs < end; day++) {
    const weekday = (day + 4) % 7
    if (weekday === 0 || weekday === 6) continue
    const open = zonedToUtc(day * dayMs + 9.5 * 3_600_000, newYork)
    const close = isDaily ? open + 1 : open + 6.5 * 3_600_000
    for (let time = open; time < close; time += ms) if (time >= start && time < end) times.push(time)
  }
  return times
}

function barAt(seed: number, time: number, ms: number): FakeBar {
  const level = (at: number) => {
    const days = at / dayMs
    const noise = createRandom(seed ^ Math.floor(at / ms)).next()
    return 150 + 40 * Math.sin(days / 90 + seed) + 8 * Math.sin(days / 7) + 3 * noise
  }
  const random = createRandom(seed ^ (Math.floor(time / ms) * 31))
  const cents = (price: number) => Math.round(price * 100) / 100
  const open = cents(level(time))
  const close = cents(level(time + ms))
  return {
    time,
    open,
    close,
    high: cents(Math.max(open, close) + random.next()),
    low: cents(Math.min(open, close) - random.next()),
    volume: 100_000 + random.below(900_000),
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}

/** The trading date of a bar. */
export function fakeDate(time: number): string {
  return dateInZone(time, newYork)
}

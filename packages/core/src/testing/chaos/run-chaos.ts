import { setTimeout as delay } from 'node:timers/promises'
import { createClient } from '../../client/createClient.ts'
import type { Subscription } from '../../client/subscription.ts'
import type { Bar, OrderBook, Quote, Trade } from '../../market/index.ts'
import { stateOf } from './chaos-book.ts'
import type { BookStyle } from './chaos-codec.ts'
import type { ChaosBar, ChaosTrade } from './chaos-market.ts'
import { chaosProvider } from './chaos-provider.ts'
import { type CutKind, chaosScript } from './chaos-script.ts'
import { startChaosVenue } from './chaos-venue.ts'

export type ChaosRun = {
  cuts: number
  trades: number
  bars: number
  quotes: number
  books: number
  /** What the listener was told less, twice, out of order or otherwise than it happened. */
  faults: readonly string[]
  /** Gaps among trades and bars that were told. */
  gaps: readonly string[]
  /** From each cut until the listener heard of what was traded after it, ms. */
  recoveryMs: readonly number[]
}

export type ChaosOptions = {
  seed: number
  cuts: number
  /** Whether trades have a number, without which what never came cannot be noticed. @default true */
  counted?: boolean
  kinds?: readonly CutKind[]
  bookStyle?: BookStyle
}

const patienceMs = 20_000

/** Lets one listener follow one venue through a seeded script of cuts, and compares what it was told with what happened. */
export async function runChaos({
  seed,
  cuts,
  counted = true,
  kinds,
  bookStyle = 'numbered',
}: ChaosOptions): Promise<ChaosRun> {
  await using venue = await startChaosVenue({ seed })
  const { market, line } = venue
  const provider = chaosProvider({ id: 'chaos', baseUrl: venue.baseUrl, counted, bookStyle })
  await using client = createClient({ providers: [provider] })

  const trades: Trade[] = []
  const bars: Bar[] = []
  const gaps: string[] = []
  const recoveryMs: number[] = []
  /** Cuts that nothing was heard of since, with the number of trades until then. */
  let open: { at: number; sequence: number }[] = []
  const tradeFeed = client.watchTrades({ symbols: ['CHAOS'] })
  const barFeed = client.watchBars({ symbol: 'CHAOS', interval: '1s' })
  tradeFeed.on('data', (trade) => {
    trades.push(trade)
    const sequence = Number(trade.id)
    recoveryMs.push(...open.filter((cut) => cut.sequence < sequence).map(({ at }) => performance.now() - at))
    open = open.filter((cut) => cut.sequence >= sequence)
  })
  barFeed.on('data', (bar) => bar.closed && bars.push(bar))
  for (const feed of [tradeFeed, barFeed]) feed.on('gap', ({ reason }) => gaps.push(reason))
  const quotes = latest(client.watchQuotes({ symbols: ['CHAOS'] }))
  const books = latest(client.watchOrderBook({ symbol: 'CHAOS', depth: 10 }))

  const isTold = () => Number(trades.at(-1)?.id ?? -1) === market.count
  await until(() => trades.length > 0 && bars.length > 0)
  for (const { kind, afterMs } of chaosScript(seed, cuts, kinds)) {
    await delay(afterMs)
    open.push({ at: performance.now(), sequence: market.count })
    line.cut(kind)
  }
  await delay(1_000)
  line.heal()
  await delay(2_000)
  const beating = venue.stopTrading()
  await until(isTold)
  await until(() => (bars.at(-1)?.time ?? 0) >= (market.bars.at(-2)?.time ?? 0))
  const newestBook = venue.book.snapshot().sequence
  const bookNumber = ({ bids, asks }: Pick<OrderBook, 'bids' | 'asks'>) =>
    venue.book.states.get(stateOf(bids, asks))
  await until(() => bookNumber(books.told.at(-1) ?? noBook) === newestBook)
  clearInterval(beating)

  const quoteNumbers = new Map(
    [...venue.book.quotes].map(([number, quote]) => [describeQuote(quote), number]),
  )
  const newestQuote = quoteNumbers.size
  const faults = [
    ...tradeFaults(trades, market.trades),
    ...barFaults(bars, market.bars),
    ...latestFaults('quote', quotes, newestQuote, (quote) => quoteNumbers.get(describeQuote(quote))),
    ...latestFaults('book', books, newestBook, bookNumber, ({ checksumVerified }) => checksumVerified),
  ]
  const counts = {
    trades: trades.length,
    bars: bars.length,
    quotes: quotes.told.length,
    books: books.told.length,
  }
  return { cuts, ...counts, faults, gaps, recoveryMs }
}

const noBook = { bids: [], asks: [] }

type Latest<item> = {
  told: readonly item[]
  /** How many items had been told when each gap was. */
  gapsAfter: ReadonlySet<number>
}

function latest<item>(feed: Subscription<item>): Latest<item> {
  const told: item[] = []
  const gapsAfter = new Set<number>()
  feed.on('data', (item) => told.push(item))
  feed.on('gap', () => gapsAfter.add(told.length))
  return { told, gapsAfter }
}

/** Of quotes and books nothing is fetched again: each must be true and newer than the one before, and every hole told. */
function latestFaults<item>(
  what: string,
  { told, gapsAfter }: Latest<item>,
  newest: number,
  numberOf: (item: item) => number | undefined,
  isWhole?: (item: item) => boolean | undefined,
): string[] {
  const faults: string[] = []
  let last: number | undefined
  for (const [index, item] of told.entries()) {
    const number = numberOf(item)
    if (number === undefined) faults.push(`${what} that never was: ${JSON.stringify(item)}`)
    else if (last !== undefined && number <= last) faults.push(`${what} ${number} after ${last}`)
    // Where its checksum agrees a book is whole, whatever was between.
    else if (last !== undefined && number > last + 1 && !gapsAfter.has(index) && !isWhole?.(item))
      faults.push(`${what} ${number} after ${last}, and no word of what was between`)
    last = number ?? last
  }
  if (last !== newest) faults.push(`${what} ${last} is the last that was told, of ${newest}`)
  return faults
}

const describeQuote = ({
  time,
  bid,
  bidSize,
  ask,
  askSize,
}: Pick<Quote, 'time' | 'bid' | 'bidSize' | 'ask' | 'askSize'>) => [time, bid, bidSize, ask, askSize].join()

function tradeFaults(told: readonly Trade[], truth: readonly ChaosTrade[]): string[] {
  const first = Number(told[0]?.id)
  const expected = truth.slice(first - 1).map(describe)
  const got = told.map(({ id, ...trade }) => describe({ ...trade, sequence: Number(id) }))
  return differences('trade', got, expected)
}

const describe = ({ sequence, time, price, size }: ChaosTrade) => `${sequence}: ${size} at ${price}, ${time}`

function barFaults(told: readonly Bar[], truth: readonly ChaosBar[]): string[] {
  const text = ({ time, open, high, low, close, volume }: ChaosBar | Bar) =>
    [time, open, high, low, close, volume].join()
  const first = told[0]?.time ?? 0
  // The last one is still forming, whatever becomes of it.
  const expected = truth.filter(({ time }) => time >= first).slice(0, -1)
  const last = expected.at(-1)?.time ?? 0
  return differences('bar', told.filter(({ time }) => time <= last).map(text), expected.map(text))
}

/** Where what was told differs from what happened. */
function differences(what: string, got: readonly string[], expected: readonly string[]): string[] {
  const places = new Map(expected.map((one, place) => [one, place]))
  const seen = new Set<string>()
  const faults: string[] = []
  let last = -1
  for (const one of got) {
    const place = places.get(one)
    if (seen.has(one)) faults.push(`${what} twice: ${one}`)
    else if (place === undefined) faults.push(`${what} that never was: ${one}`)
    else if (place < last) faults.push(`${what} out of order: ${one}`)
    else last = place
    seen.add(one)
  }
  for (const one of expected) if (!seen.has(one)) faults.push(`${what} missing: ${one}`)
  return faults
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + patienceMs
  while (!isSo() && performance.now() < end) await delay(20)
}

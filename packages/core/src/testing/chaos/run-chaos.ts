import { setTimeout as delay } from 'node:timers/promises'
import { createClient } from '../../client/createClient.ts'
import type { Bar, Trade } from '../../market/index.ts'
import type { ChaosBar, ChaosTrade } from './chaos-market.ts'
import { chaosProvider } from './chaos-provider.ts'
import { type CutKind, chaosScript } from './chaos-script.ts'
import { startChaosVenue } from './chaos-venue.ts'

export type ChaosRun = {
  cuts: number
  trades: number
  bars: number
  /** What the listener was told less, twice, out of order or otherwise than it happened. */
  faults: readonly string[]
  /** Gaps that were told. */
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
}

const patienceMs = 20_000

/** Lets one listener follow one venue through a seeded script of cuts, and compares what it was told with what happened. */
export async function runChaos({ seed, cuts, counted = true, kinds }: ChaosOptions): Promise<ChaosRun> {
  await using venue = await startChaosVenue({ seed })
  const { market, line } = venue
  const provider = chaosProvider({ id: 'chaos', baseUrl: venue.baseUrl, counted })
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
  clearInterval(beating)

  const faults = [...tradeFaults(trades, market.trades), ...barFaults(bars, market.bars)]
  return { cuts, trades: trades.length, bars: bars.length, faults, gaps, recoveryMs }
}

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

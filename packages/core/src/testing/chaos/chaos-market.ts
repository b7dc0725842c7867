import { createRandom } from '../random.ts'

export type ChaosTrade = { sequence: number; time: number; price: number; size: number }
export type ChaosBar = {
  time: number
  open: number
  high: number
  low: number
  close: number
  volume: number
}

/** What really happened at a venue: seeded trades, several of them equal and in one millisecond, and the bars made of them. */
export function createChaosMarket(seed: number, barMs = 1_000) {
  const random = createRandom(seed)
  const trades: ChaosTrade[] = []
  const bars: ChaosBar[] = []
  let count = 0

  const trade = (time: number): ChaosTrade => {
    const last = trades.at(-1)
    // A third repeats what was traded just before, so that only its number tells it apart.
    const isRepeated = last !== undefined && random.next() < 1 / 3
    const price = isRepeated ? last.price : 100 + random.below(1_000) / 100
    const size = isRepeated ? last.size : 1 + random.below(10)
    const made = { sequence: ++count, time: Math.max(time, last?.time ?? 0), price, size }
    trades.push(made)
    const open = Math.floor(made.time / barMs) * barMs
    const bar = bars.at(-1)
    if (bar?.time === open) {
      bar.high = Math.max(bar.high, price)
      bar.low = Math.min(bar.low, price)
      bar.close = price
      bar.volume += size
    } else bars.push({ time: open, open: price, high: price, low: price, close: price, volume: size })
    return made
  }

  return {
    /** Oldest first, as far as they are remembered. */
    trades,
    bars,
    trade,
    /** Number of the newest trade. */
    get count() {
      return count
    },
    /** A long run cannot remember all. */
    forget(before: number) {
      trades.splice(0, firstFrom(trades, before))
      bars.splice(0, firstFrom(bars, before))
    },
  }
}

export type ChaosMarket = ReturnType<typeof createChaosMarket>

function firstFrom(items: readonly { time: number }[], time: number): number {
  const first = items.findIndex((item) => item.time >= time)
  return first < 0 ? items.length : first
}

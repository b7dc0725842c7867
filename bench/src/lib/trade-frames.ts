/** A seeded source of numbers in 0..1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const time = Date.UTC(2024, 5, 3, 14)

/** Makes frames; each call goes on where the one before ended. */
export type FrameSource = (trades: number) => string[]

/** Frames of Binance's combined stream, one trade each, of several pairs. */
export function binanceFrames(pairs: readonly string[]): FrameSource {
  const random = randomFrom(7)
  let count = 0
  const next = () => {
    const index = count++
    const pair = pairs[index % pairs.length] ?? ''
    const id = 3_000_000_000 + Math.floor(index / pairs.length)
    const data = {
      e: 'aggTrade',
      E: time + index,
      s: pair,
      a: id,
      p: (66_000 + random() * 100).toFixed(8),
      q: (random() * 2).toFixed(8),
      f: id * 2,
      l: id * 2 + 1,
      T: time + index,
      m: random() < 0.5,
      M: true,
    }
    return JSON.stringify({ stream: `${pair.toLowerCase()}@aggTrade`, data })
  }
  return (trades) => Array.from({ length: trades }, next)
}

/** Frames of Massive's stocks cluster, lists of trades. */
export function massiveFrames(symbols: readonly string[], tradesPerFrame: number): FrameSource {
  const random = randomFrom(11)
  let sequence = 0
  const next = () => {
    const trades = Array.from({ length: tradesPerFrame }, () => ({
      ev: 'T',
      sym: symbols[sequence % symbols.length],
      i: String(50_000 + sequence),
      x: 4 + (sequence % 8),
      p: Math.round((180 + random() * 5) * 100) / 100,
      s: Math.ceil(random() * 300),
      c: sequence % 3 === 0 ? [14, 41] : [37],
      t: time + sequence,
      q: ++sequence,
      z: 3,
    }))
    return JSON.stringify(trades)
  }
  return (trades) => Array.from({ length: trades / tradesPerFrame }, next)
}

import { crc32 } from '../../provider/codec/crc32.ts'
import { createRandom } from '../random.ts'

/** The best prices, numbered by themselves. */
export type ChaosQuote = {
  sequence: number
  time: number
  bid: number
  bidSize: number
  ask: number
  askSize: number
}

type Side = 'b' | 'a'
type TextLevel = readonly [price: string, size: string]

/** What changed, with its number, and the checksum of the book as it stands then. */
export type ChaosBookChange = {
  sequence: number
  time: number
  b: readonly TextLevel[]
  a: readonly TextLevel[]
  checksum: number
}

/** Prices of each side: fewer than any checksum or snapshot covers, so that no change lies beyond it. */
const levelsASide = 8

/**
 * The order book of a venue of chaos and the quotes of its best prices. No two of its states are alike, so that it can be
 * said of a book which one it is.
 */
export function createChaosBook(seed: number) {
  const random = createRandom(seed ^ 0x5eed)
  const prices: Readonly<Record<Side, readonly string[]>> = {
    b: Array.from({ length: levelsASide }, (_, index) => (99.99 - index / 100).toFixed(2)),
    a: Array.from({ length: levelsASide }, (_, index) => (100.01 + index / 100).toFixed(2)),
  }
  const sizes: Record<Side, (string | undefined)[]> = { b: [], a: [] }
  let sequence = 0
  let time = 0
  let quoteCount = 0
  const states = new Map<string, number>()
  const quotes = new Map<number, ChaosQuote>()

  const levels = (side: Side): TextLevel[] =>
    prices[side].flatMap((price, index) => {
      const size = sizes[side][index]
      return size === undefined ? [] : [[price, size] as const]
    })
  const snapshot = () => {
    const [bids, asks] = [levels('b'), levels('a')]
    return { sequence, time, b: bids, a: asks, checksum: checksumOf(bids, asks) }
  }

  const change = (now: number): { book: ChaosBookChange; quote: ChaosQuote | undefined } => {
    sequence++
    time = Math.max(now, time)
    const changed: Record<Side, TextLevel[]> = { b: [], a: [] }
    const set = (side: Side, index: number, size: string | undefined) => {
      sizes[side][index] = size
      changed[side].push([prices[side][index] ?? '', size ?? '0'])
    }
    // A size that was never there before makes every state another one.
    const side = random.pick(['b', 'a'] as const)
    const place = random.below(levelsASide)
    set(side, place, (1 + sequence / 1e6).toFixed(6))
    const other = random.below(levelsASide)
    if (other !== place && sizes[side][other] !== undefined && random.below(3) === 0) {
      set(side, other, undefined)
    }
    const { b: bids, a: asks, checksum } = snapshot()
    states.set(stateOf(bids, asks), sequence)
    return { book: { sequence, time, ...changed, checksum }, quote: quoteOf(bids, asks) }
  }

  /** The quote of a book, where it is another one than before. */
  const quoteOf = (bids: readonly TextLevel[], asks: readonly TextLevel[]): ChaosQuote | undefined => {
    const [bid, bidSize] = (bids[0] ?? []).map(Number)
    const [ask, askSize] = (asks[0] ?? []).map(Number)
    const last = quotes.get(quoteCount)
    if (last?.bidSize === bidSize && last?.askSize === askSize) return undefined
    const [none, known] = [Number.NaN, { sequence: ++quoteCount, time }]
    const quote = {
      ...known,
      bid: bid ?? none,
      bidSize: bidSize ?? none,
      ask: ask ?? none,
      askSize: askSize ?? none,
    }
    quotes.set(quoteCount, quote)
    return quote
  }

  // Nobody sees the market before it has both sides.
  for (const side of ['b', 'a'] as const) sizes[side][0] = '1.000000'
  states.set(stateOf(levels('b'), levels('a')), sequence)

  return {
    change,
    snapshot,
    /** The number of every state, by what {@link stateOf} says of it. */
    states,
    /** By their numbers. */
    quotes,
    /** A long run cannot remember all. */
    forget(keep: number) {
      for (const [state, number] of states) if (number <= sequence - keep) states.delete(state)
      for (const number of quotes.keys()) if (number <= quoteCount - keep) quotes.delete(number)
    },
  }
}

export type ChaosBook = ReturnType<typeof createChaosBook>

/** A book in one line, by which it is recognised. */
export function stateOf(
  bids: readonly (readonly [price: number | string, size: number | string])[],
  asks: readonly (readonly [price: number | string, size: number | string])[],
): string {
  const side = (levels: typeof bids) =>
    levels.map(([price, size]) => `${Number(price)}x${Number(size)}`).join()
  return `${side(bids)} | ${side(asks)}`
}

/** Asks then bids, as Kraken makes it. */
function checksumOf(bids: readonly TextLevel[], asks: readonly TextLevel[]): number {
  const plain = (text: string) => text.replace('.', '').replace(/^0+/, '')
  return crc32([...asks, ...bids].map(([price, size]) => plain(price) + plain(size)).join(''))
}

import { BookState, type TextLevel } from '../../provider/codec/book-state.ts'
import { crc32 } from '../../provider/codec/crc32.ts'
import { digitsOf, type JsonObject, type StreamEvent, type StreamTopic } from '../../provider/index.ts'
import { fields, readTime } from './stream-map.ts'

const depths = [10, 25, 100, 500, 1000]
/** The checksum is over so many levels a side, whatever the depth. */
const checkedLevels = 10
/** Sizes have at most so many decimals. */
const sizeDecimals = 8

/** The depth to subscribe to for so many levels. */
export function depthFor(depth = checkedLevels): number {
  return depths.find((one) => one >= depth) ?? 1000
}

/**
 * One order book of Kraken: a snapshot, then changes, each with a CRC-32 over the ten best levels of both sides. Where it
 * differs, or the prices cross, the book has to be subscribed to anew.
 *
 * @see https://docs.kraken.com/api/docs/guides/spot-ws-book-v2
 */
export class KrakenBook {
  readonly depth: number
  readonly #topics: () => readonly StreamTopic[]
  readonly #state = new BookState()
  #isComplete = false
  /** Of the newest change, ms UTC. */
  #time = 0

  /** @param topics - Who listens at the moment. */
  constructor(depth: number, topics: () => readonly StreamTopic[]) {
    this.depth = depth
    this.#topics = topics
  }

  /** @param row - With every number as its digits. */
  read(row: JsonObject, isSnapshot: boolean): { events: StreamEvent[]; isBroken?: boolean } {
    const [bids, asks] = [levelsOf(row, 'bids'), levelsOf(row, 'asks')]
    // What still comes of a book that was given up is of no use.
    if (!isSnapshot && !this.#isComplete) return { events: [] }
    const { time } = readTime(row, 'timestamp')
    // A change that was overtaken, or comes twice, is in the book by now: its checksum has said so.
    if (!isSnapshot && time < this.#time) return { events: [] }
    this.#time = time
    if (isSnapshot) this.#state.reset({ bids, asks })
    else {
      for (const [price, size] of bids) this.#state.set('bids', price, size)
      for (const [price, size] of asks) this.#state.set('asks', price, size)
      this.#state.truncate(this.depth)
    }
    this.#isComplete = true
    const checksum = digitsOf(row.checksum)
    const isRight = checksum === undefined ? undefined : this.#matches(Number(checksum))
    if (isRight === false) return this.#giveUp('The checksum of the book differs.')
    if (this.#state.isCrossed) return this.#giveUp('The best bid is above the best ask.')
    const events = this.#topics().map(({ key, instrument, depth = checkedLevels }): StreamEvent => {
      const [bids, asks] = [this.#state.levels('bids', depth), this.#state.levels('asks', depth)]
      const book = { instrument, time, bids, asks, ...(isRight && { checksumVerified: true }) }
      return { type: 'book', topic: key, book }
    })
    return { events }
  }

  #giveUp(reason: string): { events: StreamEvent[]; isBroken: boolean } {
    this.#isComplete = false
    return { events: this.#topics().map(({ key }) => ({ type: 'gap', topic: key, reason })), isBroken: true }
  }

  #matches(checksum: number): boolean {
    const asks = this.#state.texts('asks', checkedLevels)
    const bids = this.#state.texts('bids', checkedLevels)
    const levels = [...asks, ...bids]
    if (checksumOf(levels) === checksum) return true
    // What passes the frames on, a recorder or a proxy, may have dropped the zeros at the end of numbers.
    const decimals = (place: 0 | 1) =>
      Math.max(...levels.map((level) => level[place].split('.')[1]?.length ?? 0))
    const padded = (size: number) =>
      levels.map(([price, qty]): TextLevel => [padTo(price, decimals(0)), padTo(qty, size)])
    return [decimals(1), sizeDecimals].some((size) => checksumOf(padded(size)) === checksum)
  }
}

/** Asks then bids, best first: price and size without the point and without zeros in front. */
export function checksumOf(levels: readonly TextLevel[]): number {
  const plain = (text: string) => text.replace('.', '').replace(/^0+/, '')
  return crc32(levels.map(([price, size]) => plain(price) + plain(size)).join(''))
}

function padTo(text: string, decimals: number): string {
  const [whole = '', fraction = ''] = text.split('.')
  return decimals === 0 ? text : `${whole}.${fraction.padEnd(decimals, '0')}`
}

function levelsOf(row: JsonObject, side: 'bids' | 'asks'): TextLevel[] {
  return fields.list(row, side, 'data[]').map((one, index) => {
    const where = `data[].${side}[${index}]`
    const level = fields.object(one, where)
    return [fields.digits(level, 'price', where), fields.digits(level, 'qty', where)]
  })
}

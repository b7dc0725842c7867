import type { OrderBook } from '../../market/index.ts'
import { BookState } from '../../provider/codec/book-state.ts'
import { readLevels } from '../../provider/codec/read-levels.ts'
import type {
  CodecOutput,
  JsonObject,
  SnapshotRequest,
  StreamEvent,
  StreamTopic,
} from '../../provider/index.ts'
import { fields } from './stream-map.ts'

/** Snapshots come in these sizes; the next larger costs more of the request budget. */
const snapshotDepths = [100, 500, 1000]
/** A book as deep as the largest snapshot would need a new one with every level that goes. */
const deepestSure = 500
/** Changes that wait for a snapshot: more is more than a minute of them. */
const maxWaiting = 1000

/**
 * One order book of Binance: changes carry the first and last number of the updates in them (`U`, `u`) and are applied to a
 * snapshot from REST, each exactly where the one before ended. Where a number is left out, or the prices cross, it begins
 * anew with another snapshot.
 *
 * @see https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#how-to-manage-a-local-order-book-correctly
 */
export class BinanceBook {
  readonly #topics: () => readonly StreamTopic[]
  readonly #state = new BookState()
  /** Number of the last update that was applied; `undefined` until a snapshot is there. */
  #last: number | undefined
  #waiting: JsonObject[] = []
  /** Key of the topic for which a snapshot was asked. */
  #askedFor: string | undefined

  /** @param topics - Who listens at the moment. */
  constructor(topics: () => readonly StreamTopic[]) {
    this.#topics = topics
  }

  /** Asks for a snapshot where one is needed and none is on its way. */
  begin(): SnapshotRequest[] {
    const isReady = this.#last !== undefined && this.#state.reaches(Math.min(this.#depth, deepestSure))
    if (isReady || this.#topics().some(({ key }) => key === this.#askedFor)) return []
    return this.#askSnapshot()
  }

  start(book: OrderBook<'string'>): CodecOutput {
    this.#askedFor = undefined
    const { sequence = 0 } = book
    const next = this.#waiting.find((change) => fields.number(change, 'u', 'data') > sequence)
    const begins = next ? fields.number(next, 'U', 'data') : this.#last
    // It is older than the changes that are known.
    if (begins !== undefined && begins > sequence + 1) return { snapshots: this.#askSnapshot() }
    this.#state.reset(book, snapshotDepthFor(this.#depth))
    this.#last = sequence
    const waiting = this.#waiting
    this.#waiting = []
    let output: CodecOutput = { events: this.#tell(book.time) }
    for (const change of waiting) {
      const { events, snapshots } = this.change(change)
      // Only the newest of these books is of interest, and whatever went wrong.
      if (events || snapshots) output = { ...(events && { events }), ...(snapshots && { snapshots }) }
    }
    return output
  }

  change(data: JsonObject): CodecOutput {
    // A snapshot that is on its way may be older than this.
    if (this.#last === undefined || this.#askedFor !== undefined) {
      if (this.#waiting.length >= maxWaiting) this.#waiting.shift()
      this.#waiting.push(data)
    }
    if (this.#last === undefined) return { snapshots: this.begin() }
    const first = fields.number(data, 'U', 'data')
    const last = fields.number(data, 'u', 'data')
    if (last <= this.#last) return {}
    if (first > this.#last + 1)
      return this.#restart(`Updates ${this.#last + 1} to ${first - 1} are missing.`, data)
    for (const [price, size] of readLevels(fields, data, 'b', 'data')) this.#state.set('bids', price, size)
    for (const [price, size] of readLevels(fields, data, 'a', 'data')) this.#state.set('asks', price, size)
    this.#last = last
    if (this.#state.isCrossed) return this.#restart('The best bid is above the best ask.')
    const events = this.#tell(fields.number(data, 'E', 'data'))
    return { events, snapshots: this.begin() }
  }

  #restart(reason: string, change?: JsonObject): CodecOutput {
    this.#last = undefined
    this.#waiting = change ? [change] : []
    const events: StreamEvent[] = this.#topics().map(({ key }) => ({ type: 'gap', topic: key, reason }))
    return { events, snapshots: this.#askSnapshot() }
  }

  #askSnapshot(): SnapshotRequest[] {
    const [topic] = this.#topics()
    this.#askedFor = topic?.key
    return topic ? [{ topic: topic.key, depth: snapshotDepthFor(this.#depth) }] : []
  }

  get #depth(): number {
    return Math.max(0, ...this.#topics().map(({ depth = 0 }) => depth))
  }

  #tell(time: number): StreamEvent[] {
    const sequence = this.#last
    return this.#topics().map(({ key, instrument, depth = 20 }) => {
      const bids = this.#state.levels('bids', depth)
      const asks = this.#state.levels('asks', depth)
      const book = { instrument, time, bids, asks, ...(sequence !== undefined && { sequence }) }
      return { type: 'book', topic: key, book }
    })
  }
}

/** Twice what is shown, so that changes at the best prices do not soon reach its end. */
function snapshotDepthFor(depth: number): number {
  return snapshotDepths.find((one) => one >= 2 * depth) ?? 1000
}

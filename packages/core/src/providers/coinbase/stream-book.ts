import { BookState, type TextLevel } from '../../provider/codec/book-state.ts'
import type { JsonObject, StreamEvent, StreamTopic } from '../../provider/index.ts'
import { fields } from './stream-map.ts'

/** One order book of Coinbase: a snapshot of all levels, then changes. It has no checksum; prices that cross betray a loss. */
export class CoinbaseBook {
  readonly #topics: () => readonly StreamTopic[]
  readonly #state = new BookState()
  #time: number | undefined

  /** @param topics - Who listens at the moment. */
  constructor(topics: () => readonly StreamTopic[]) {
    this.#topics = topics
  }

  /** `{ type, updates: [{ side, price_level, new_quantity }] }` */
  read(event: JsonObject, time: number): { events: StreamEvent[]; isBroken?: boolean } {
    const isSnapshot = event.type === 'snapshot'
    if (!isSnapshot && this.#time === undefined) return { events: [] }
    const changes = { bids: [] as TextLevel[], asks: [] as TextLevel[] }
    for (const [index, update] of fields.list(event, 'updates', 'events[]').entries()) {
      const where = `events[].updates[${index}]`
      const row = fields.object(update, where)
      fields.decimal(row, 'price_level', where)
      fields.decimal(row, 'new_quantity', where)
      const side = fields.text(row, 'side', where) === 'bid' ? 'bids' : 'asks'
      changes[side].push([fields.text(row, 'price_level', where), fields.text(row, 'new_quantity', where)])
    }
    if (isSnapshot) this.#state.reset(changes)
    else {
      for (const [price, size] of changes.bids) this.#state.set('bids', price, size)
      for (const [price, size] of changes.asks) this.#state.set('asks', price, size)
    }
    this.#time = time
    if (!this.#state.isCrossed) return { events: this.tell() }
    this.#time = undefined
    const reason = 'The best bid is above the best ask.'
    return { events: this.#topics().map(({ key }) => ({ type: 'gap', topic: key, reason })), isBroken: true }
  }

  /** The book as it stands, for everybody who listens; nothing before its snapshot. */
  tell(): StreamEvent[] {
    const time = this.#time
    if (time === undefined) return []
    return this.#topics().map(({ key, instrument, depth = 20 }) => {
      const [bids, asks] = [this.#state.levels('bids', depth), this.#state.levels('asks', depth)]
      return { type: 'book', topic: key, book: { instrument, time, bids, asks } }
    })
  }
}

import { UpstreamError } from '../../errors/index.ts'
import { parseFrame } from '../../provider/codec/frame-fields.ts'
import { TopicIndex } from '../../provider/codec/topic-index.ts'
import type {
  CodecOutput,
  Frame,
  JsonObject,
  StreamCodec,
  StreamEvent,
  StreamTopic,
} from '../../provider/index.ts'
import { CoinbaseBook } from './stream-book.ts'
import { fields, newestFrom, readBar, readQuote, readTrade } from './stream-map.ts'

const provider = 'coinbase'
const channels = { bars: 'candles', quotes: 'ticker', trades: 'market_trades', book: 'level2' } as const

/**
 * Coinbase's Advanced Trade feed, of which the market data need no key. Every message of a connection carries the next
 * number: where one is left out nobody knows what it was about, so that everything counts as broken.
 *
 * @see https://docs.cdp.coinbase.com/coinbase-app/advanced-trade-apis/websocket/websocket-channels
 */
export class CoinbaseCodec implements StreamCodec {
  /** By Coinbase's channel and product. */
  readonly #topics = new TopicIndex()
  readonly #books = new Map<string, CoinbaseBook>()
  #sequence: number | undefined

  /** Coinbase hangs up on who asks for nothing; heartbeats come every second, whether anything is traded or not. */
  open(): CodecOutput {
    return { ready: true, send: ['{"type":"subscribe","channel":"heartbeats"}'] }
  }

  subscribe(topics: readonly StreamTopic[]): CodecOutput {
    const added = topics.filter((topic) => this.#topics.add(placeOf(topic), topic))
    for (const { channel, symbol } of added) {
      if (channel === 'book') this.#books.set(symbol, this.#newBook(symbol))
    }
    // Of a book that is known already there will be no other snapshot.
    const events = topics
      .filter(({ channel }) => channel === 'book')
      .flatMap(({ symbol }) => this.#books.get(symbol)?.tell() ?? [])
    return { send: requests('subscribe', added), events }
  }

  unsubscribe(topics: readonly StreamTopic[]): CodecOutput {
    const left = topics.filter((topic) => this.#topics.remove(placeOf(topic), topic))
    for (const { channel, symbol } of left) if (channel === 'book') this.#books.delete(symbol)
    return { send: requests('unsubscribe', left) }
  }

  receive(frame: Frame, now: number): CodecOutput {
    const message = fields.object(parseFrame(provider, frame), '')
    if (message.type === 'error') {
      const error = new UpstreamError(`coinbase says: ${message.message}`, { provider })
      return { events: [{ type: 'error', error }] }
    }
    const { sequence_num } = message
    // A message that was there before would turn books back.
    if (typeof sequence_num === 'number' && this.#sequence !== undefined && sequence_num <= this.#sequence)
      return {}
    const lost = this.#count(message)
    const { events = [], send = [] } = this.#read(message, now)
    if (!lost) return { events, send }
    return { events: [...(lost.events ?? []), ...events], send: [...(lost.send ?? []), ...send] }
  }

  #read(message: JsonObject, now: number): CodecOutput {
    switch (message.channel) {
      case 'market_trades':
        return this.#tellEach(message, 'trades', (row, { key, instrument }) => {
          return { type: 'trade', topic: key, trade: readTrade(row, instrument) }
        })
      case 'ticker':
        return this.#tellEach(message, 'tickers', (row, { key, instrument }) => {
          const { time } = fields.instant(message, 'timestamp', '')
          return { type: 'quote', topic: key, quote: readQuote(row, instrument, { time, now }) }
        })
      case 'candles':
        return this.#tellEach(message, 'candles', (row, { key }) => {
          return { type: 'bar', topic: key, bar: readBar(row) }
        })
      case 'l2_data':
        return this.#changeBooks(message)
      default:
        return {}
    }
  }

  #tellEach(
    message: JsonObject,
    list: 'trades' | 'tickers' | 'candles',
    eventOf: (row: JsonObject, topic: StreamTopic) => StreamEvent,
  ): CodecOutput {
    const events: StreamEvent[] = []
    for (const part of fields.list(message, 'events', '')) {
      const { type, ...event } = fields.object(part, 'events[]')
      // What was traded before is history's business.
      if (type === 'snapshot' && list === 'trades') continue
      const rows = fields.list(event, list, 'events[]').map((row) => fields.object(row, `events[].${list}[]`))
      for (const row of type === 'snapshot' && list === 'candles' ? newestFrom(rows) : rows) {
        const product = fields.text(row, 'product_id', `events[].${list}[]`)
        const topics = this.#topics.of(`${message.channel} ${product}`)
        if (topics) for (const topic of topics) events.push(eventOf(row, topic))
      }
    }
    return { events }
  }

  #changeBooks(message: JsonObject): CodecOutput {
    const events: StreamEvent[] = []
    const send: Frame[] = []
    for (const part of fields.list(message, 'events', '')) {
      const event = fields.object(part, 'events[]')
      const product = fields.text(event, 'product_id', 'events[]')
      const told = this.#books.get(product)?.read(event, fields.instant(message, 'timestamp', '').time)
      if (!told) continue
      events.push(...told.events)
      if (told.isBroken) send.push(...this.#resubscribe([product]))
    }
    return { events, send }
  }

  /** Checks the number of a message. The first one of a connection may be any. */
  #count(message: JsonObject): CodecOutput | undefined {
    if (typeof message.sequence_num !== 'number') return undefined
    const expected = this.#sequence === undefined ? message.sequence_num : this.#sequence + 1
    this.#sequence = message.sequence_num
    if (message.sequence_num === expected) return undefined
    const reason = `Messages ${expected} to ${message.sequence_num - 1} are missing.`
    const products = [...this.#books.keys()]
    for (const product of products) this.#books.set(product, this.#newBook(product))
    const topics = this.#topics.names().flatMap((name) => [...(this.#topics.of(name) ?? [])])
    return {
      events: topics.map(({ key }) => ({ type: 'gap', topic: key, reason })),
      send: this.#resubscribe(products),
    }
  }

  #resubscribe(products: readonly string[]): string[] {
    if (products.length === 0) return []
    return (['unsubscribe', 'subscribe'] as const).map((type) =>
      JSON.stringify({ type, product_ids: products, channel: 'level2' }),
    )
  }

  #newBook(product: string): CoinbaseBook {
    return new CoinbaseBook(() => this.#topics.of(`level2 ${product}`) ?? [])
  }
}

function placeOf({ channel, symbol }: StreamTopic): string {
  return `${channels[channel]} ${symbol}`
}

/** A request for each channel, with all the products of it. */
function requests(type: 'subscribe' | 'unsubscribe', topics: readonly StreamTopic[]): string[] {
  const products = new Map<string, string[]>()
  for (const { channel, symbol } of topics) {
    products.set(channels[channel], [...(products.get(channels[channel]) ?? []), symbol])
  }
  return Array.from(products, ([channel, product_ids]) => JSON.stringify({ type, product_ids, channel }))
}

import { BadRequestError, type StarkMatterError, UnknownSymbolError } from '../../errors/index.ts'
import { type Instrument, parseInterval } from '../../market/index.ts'
import { frameText, parseFrame } from '../../provider/codec/frame-fields.ts'
import { TopicIndex } from '../../provider/codec/topic-index.ts'
import {
  type CodecOutput,
  type Frame,
  type JsonObject,
  parseExactJson,
  type StreamCodec,
  type StreamEvent,
  type StreamTopic,
} from '../../provider/index.ts'
import { depthFor, KrakenBook } from './stream-book.ts'
import { fields, newestFrom, readBar, readQuote, readTrade } from './stream-map.ts'

const provider = 'kraken'
const channels = { bars: 'ohlc', quotes: 'ticker', trades: 'trade', book: 'book' } as const

type Subscription = {
  channel: string
  symbol: string
  interval?: number | undefined
  depth?: number | undefined
}

/**
 * Kraken's second protocol. It names pairs as people do (`BTC/USD`), unlike its REST interface.
 *
 * @see https://docs.kraken.com/api/docs/websocket-v2/book
 */
export class KrakenCodec implements StreamCodec {
  /** By Kraken's channel, pair and interval. */
  readonly #topics = new TopicIndex()
  readonly #books = new Map<string, KrakenBook>()

  open(): CodecOutput {
    return { ready: true }
  }

  subscribe(topics: readonly StreamTopic[]): CodecOutput {
    const added: Subscription[] = []
    const left: Subscription[] = []
    for (const topic of topics) {
      const wish = subscriptionOf(topic)
      const isFirst = this.#topics.add(nameOf(wish), topic)
      if (topic.channel !== 'book') {
        if (isFirst) added.push(wish)
        continue
      }
      // A pair has one book, as deep as the deepest that is wanted: what comes does not say for which depth.
      const present = this.#books.get(wish.symbol)
      const depth = depthFor(topic.depth)
      if (present && present.depth >= depth) continue
      if (present) left.push({ ...wish, depth: present.depth })
      this.#books.set(wish.symbol, this.#newBook(wish, depth))
      added.push({ ...wish, depth })
    }
    return { send: [...requests('unsubscribe', left), ...requests('subscribe', added)] }
  }

  unsubscribe(topics: readonly StreamTopic[]): CodecOutput {
    const left: Subscription[] = []
    for (const topic of topics) {
      const wish = subscriptionOf(topic)
      if (!this.#topics.remove(nameOf(wish), topic)) continue
      const book = topic.channel === 'book' && this.#books.get(wish.symbol)
      left.push(book ? { ...wish, depth: book.depth } : wish)
      if (book) this.#books.delete(wish.symbol)
    }
    return { send: requests('unsubscribe', left) }
  }

  receive(frame: Frame, now: number): CodecOutput {
    const message = fields.object(parseFrame(provider, frame), '')
    if (message.success === false) return this.#readRefusal(message)
    switch (message.channel) {
      case 'trade':
        // What was traded before is history's business.
        return message.type === 'snapshot'
          ? {}
          : this.#tellEach(message, 'trade', (row, { key, instrument }) => {
              return { type: 'trade', topic: key, trade: readTrade(row, instrument) }
            })
      case 'ticker':
        return this.#tellEach(message, 'ticker', (row, { key, instrument }) => {
          return { type: 'quote', topic: key, quote: readQuote(row, instrument, now) }
        })
      case 'ohlc':
        return this.#tellBars(message)
      case 'book':
        return this.#changeBooks(frame)
      default:
        return {}
    }
  }

  keepAlive(): CodecOutput {
    return { send: ['{"method":"ping"}'] }
  }

  #tellEach(
    message: JsonObject,
    channel: string,
    eventOf: (row: JsonObject, topic: StreamTopic) => StreamEvent,
  ): CodecOutput {
    const events: StreamEvent[] = []
    for (const row of rowsOf(message)) {
      const topics = this.#topics.of(`${channel} ${fields.text(row, 'symbol', 'data[]')}`)
      if (topics) for (const topic of topics) events.push(eventOf(row, topic))
    }
    return { events }
  }

  /** A snapshot holds many bars that are over: only the one that forms is news. */
  #tellBars(message: JsonObject): CodecOutput {
    const rows = rowsOf(message)
    const events: StreamEvent[] = []
    for (const row of message.type === 'snapshot' ? newestFrom(rows) : rows) {
      const place = `ohlc ${fields.text(row, 'symbol', 'data[]')} ${fields.number(row, 'interval', 'data[]')}`
      for (const { key, interval = '1m' } of this.#topics.of(place) ?? []) {
        events.push({ type: 'bar', topic: key, bar: readBar(row, interval) })
      }
    }
    return { events }
  }

  #changeBooks(frame: Frame): CodecOutput {
    // The checksum is over the digits as they were sent, trailing zeros included.
    const message = fields.object(parseExactJson(frameText(frame)), '')
    const events: StreamEvent[] = []
    const again: Subscription[] = []
    for (const row of rowsOf(message)) {
      const symbol = fields.text(row, 'symbol', 'data[]')
      const book = this.#books.get(symbol)
      if (!book) continue
      const { events: told, isBroken } = book.read(row, message.type === 'snapshot')
      events.push(...told)
      if (isBroken) again.push({ channel: 'book', symbol, depth: book.depth })
    }
    return { events, send: [...requests('unsubscribe', again), ...requests('subscribe', again)] }
  }

  #readRefusal(message: JsonObject): CodecOutput {
    const said = String(message.error)
    if (message.method !== 'subscribe') return {}
    const symbol = String(message.symbol ?? '')
    const error: StarkMatterError = /not supported|invalid symbol/i.test(said)
      ? new UnknownSymbolError(symbol, { provider })
      : new BadRequestError(`kraken does not accept the subscription: ${said}`, { provider })
    // Which of its channels is meant is not said; a pair that is not listed has none of them.
    const refused = this.#topics
      .names()
      .filter((name) => name.split(' ')[1] === symbol)
      .flatMap((name) => [...(this.#topics.of(name) ?? [])])
    this.unsubscribe(refused)
    return { events: refused.map(({ key }) => ({ type: 'error', topic: key, error })) }
  }

  #newBook(wish: Subscription, depth: number): KrakenBook {
    return new KrakenBook(depth, () => this.#topics.of(nameOf(wish)) ?? [])
  }
}

function rowsOf(message: JsonObject): JsonObject[] {
  return fields.list(message, 'data', '').map((row, index) => fields.object(row, `data[${index}]`))
}

function subscriptionOf({ channel, instrument, interval }: StreamTopic): Subscription {
  return {
    channel: channels[channel],
    symbol: pairOf(instrument),
    ...(interval !== undefined && { interval: parseInterval(interval).ms / 60_000 }),
  }
}

function pairOf(instrument: Instrument): string {
  return 'base' in instrument ? `${instrument.base}/${instrument.quote}` : instrument.symbol
}

function nameOf({ channel, symbol, interval }: Subscription): string {
  return interval === undefined ? `${channel} ${symbol}` : `${channel} ${symbol} ${interval}`
}

/** A request for each kind of subscription, with all the pairs of that kind. */
function requests(method: 'subscribe' | 'unsubscribe', wishes: readonly Subscription[]): string[] {
  const kinds = new Map<string, { params: Omit<Subscription, 'symbol'>; symbol: string[] }>()
  for (const { symbol, ...params } of wishes) {
    const name = JSON.stringify(params)
    const kind = kinds.get(name) ?? { params, symbol: [] }
    kind.symbol.push(symbol)
    kinds.set(name, kind)
  }
  return Array.from(kinds.values(), ({ params, symbol }) => {
    // A quote is news when the best prices change as well, not only with a trade.
    const trigger = params.channel === 'ticker' && { event_trigger: 'bbo' }
    return JSON.stringify({ method, params: { ...params, symbol, ...trigger } })
  })
}

import { BadRequestError } from '../../errors/index.ts'
import type { Interval, OrderBook } from '../../market/index.ts'
import { parseFrame } from '../../provider/codec/frame-fields.ts'
import { TopicIndex } from '../../provider/codec/topic-index.ts'
import {
  type CodecOutput,
  type Frame,
  isJsonObject,
  type JsonObject,
  type StreamCodec,
  type StreamEvent,
  type StreamTopic,
} from '../../provider/index.ts'
import { BinanceBook } from './stream-book.ts'
import {
  fields,
  type QuoteChange,
  readAggregateTrade,
  readBest,
  readDay,
  readKline,
  readSingleTrade,
  toQuote,
} from './stream-map.ts'

const provider = 'binance'

/**
 * Binance's combined stream. Trades are those that one order made at one price, taken together, as in its history by time,
 * so that the two join; quotes join the best prices (`bookTicker`) with the figures of the day (`ticker`).
 *
 * @see https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams
 */
export class BinanceCodec implements StreamCodec {
  readonly #venueIntervals: Readonly<Partial<Record<Interval, string>>>
  /** By the names of Binance's streams, of which some feed several topics. */
  readonly #streams = new TopicIndex()
  /** By channel and symbol, as the data name them. */
  readonly #topics = new TopicIndex()
  readonly #quotes = new Map<string, QuoteChange>()
  /** Number of the update behind the best prices, by symbol. */
  readonly #bestAt = new Map<string, number>()
  readonly #books = new Map<string, BinanceBook>()
  /** What was asked and not yet confirmed. */
  readonly #requests = new Map<number, readonly StreamTopic[]>()
  #lastRequest = 0

  constructor(venueIntervals: Readonly<Partial<Record<Interval, string>>>) {
    this.#venueIntervals = venueIntervals
  }

  open(): CodecOutput {
    return { ready: true }
  }

  subscribe(topics: readonly StreamTopic[]): CodecOutput {
    const names = topics.flatMap((topic) => {
      this.#topics.add(this.#placeOf(topic), topic)
      return this.#namesOf(topic).filter((name) => this.#streams.add(name, topic))
    })
    const books = topics.filter(({ channel }) => channel === 'book')
    const snapshots = books.flatMap((topic) => this.#bookOf(topic.symbol).begin())
    return { ...this.#ask('SUBSCRIBE', names, topics), snapshots }
  }

  unsubscribe(topics: readonly StreamTopic[]): CodecOutput {
    const names = topics.flatMap((topic) => {
      const isUnheard = this.#topics.remove(this.#placeOf(topic), topic)
      if (isUnheard && topic.channel === 'quotes') {
        this.#quotes.delete(topic.symbol)
        this.#bestAt.delete(topic.symbol)
      }
      if (isUnheard && topic.channel === 'book') this.#books.delete(topic.symbol)
      return this.#namesOf(topic).filter((name) => this.#streams.remove(name, topic))
    })
    const snapshots = topics.flatMap(({ symbol }) => this.#books.get(symbol)?.begin() ?? [])
    return { ...this.#ask('UNSUBSCRIBE', names, []), snapshots }
  }

  receive(frame: Frame, now: number): CodecOutput {
    const message = fields.object(parseFrame(provider, frame), '')
    // A connection to a single stream sends the data bare.
    const data = isJsonObject(message.data) ? message.data : message
    return typeof data.s === 'string' ? this.#read(data, data.s, now) : this.#readReply(message)
  }

  snapshot(topic: StreamTopic, book: OrderBook<'string'>): CodecOutput {
    return this.#books.get(topic.symbol)?.start(book) ?? {}
  }

  /** Data may be rare, and Binance's own pings are not seen in browsers: an answer shows that it is still there. */
  keepAlive(): CodecOutput {
    return { send: [JSON.stringify({ method: 'LIST_SUBSCRIPTIONS', id: ++this.#lastRequest })] }
  }

  #read(data: JsonObject, symbol: string, now: number): CodecOutput {
    switch (data.e) {
      case 'aggTrade':
      case 'trade':
        return this.#tellTrade(symbol, data)
      case 'kline': {
        const kline = fields.object(data.k, 'data.k')
        return this.#tell(`bars ${symbol} ${kline.i}`, ({ key, interval = '1m' }) => {
          return { type: 'bar', topic: key, bar: readKline(kline, interval) }
        })
      }
      case 'depthUpdate':
        return this.#books.get(symbol)?.change(data) ?? {}
      case undefined:
        // The best prices of the spot market do not say what they are.
        if (data.B === undefined && data.A === undefined) fields.text(data, 'e', 'data')
        return this.#tellBest(symbol, data, now)
      case 'bookTicker':
        return this.#tellBest(symbol, data, now)
      case '24hrTicker':
        return this.#tellQuote(symbol, readDay(data), now)
      default:
        return {}
    }
  }

  /** There are more trades than anything else: what serves the rest would cost a fifth more. */
  #tellTrade(symbol: string, data: JsonObject): CodecOutput {
    const topics = this.#topics.ofPair('trades', symbol)
    if (!topics) return {}
    const read = data.e === 'trade' ? readSingleTrade : readAggregateTrade
    return {
      events: topics.map(({ key, instrument }) => {
        return { type: 'trade', topic: key, trade: read(data, instrument) }
      }),
    }
  }

  /** Best prices carry the number of the book's update that made them. */
  #tellBest(symbol: string, data: JsonObject, now: number): CodecOutput {
    const { u: update } = data
    if (typeof update === 'number') {
      if (update <= (this.#bestAt.get(symbol) ?? Number.NEGATIVE_INFINITY)) return {}
      this.#bestAt.set(symbol, update)
    }
    return this.#tellQuote(symbol, readBest(data), now)
  }

  #tellQuote(symbol: string, change: QuoteChange, now: number): CodecOutput {
    const place = `quotes ${symbol}`
    if (!this.#topics.of(place)) return {}
    const state = { ...this.#quotes.get(symbol), ...change }
    this.#quotes.set(symbol, state)
    return this.#tell(place, ({ key, instrument }) => {
      return { type: 'quote', topic: key, quote: toQuote(instrument, state, now) }
    })
  }

  #tell(place: string, eventOf: (topic: StreamTopic) => StreamEvent): CodecOutput {
    const topics = this.#topics.of(place)
    return topics ? { events: topics.map(eventOf) } : {}
  }

  /** `{ result: null, id }`, or `{ error: { code, msg }, id }`. */
  #readReply(message: JsonObject): CodecOutput {
    const id = Number(message.id)
    const topics = this.#requests.get(id) ?? []
    this.#requests.delete(id)
    const refusal = isJsonObject(message.error) ? message.error : message
    if (refusal.msg === undefined) return {}
    const error = new BadRequestError(`binance does not accept the subscription: ${refusal.msg}`, {
      provider,
    })
    this.unsubscribe(topics)
    return { events: topics.map(({ key }) => ({ type: 'error', topic: key, error })) }
  }

  #ask(
    method: 'SUBSCRIBE' | 'UNSUBSCRIBE',
    names: readonly string[],
    topics: readonly StreamTopic[],
  ): CodecOutput {
    if (names.length === 0) return {}
    const id = ++this.#lastRequest
    this.#requests.set(id, topics)
    return { send: [JSON.stringify({ method, params: names, id })] }
  }

  #bookOf(symbol: string): BinanceBook {
    const present = this.#books.get(symbol)
    if (present) return present
    const book = new BinanceBook(() => this.#topics.of(`book ${symbol}`) ?? [])
    this.#books.set(symbol, book)
    return book
  }

  #placeOf({ channel, symbol, interval }: StreamTopic): string {
    return channel === 'bars' ? `bars ${symbol} ${this.#venueInterval(interval)}` : `${channel} ${symbol}`
  }

  #namesOf({ channel, symbol, interval }: StreamTopic): string[] {
    const pair = symbol.toLowerCase()
    switch (channel) {
      case 'trades':
        return [`${pair}@aggTrade`]
      case 'bars':
        return [`${pair}@kline_${this.#venueInterval(interval)}`]
      case 'quotes':
        return [`${pair}@bookTicker`, `${pair}@ticker`]
      case 'book':
        return [`${pair}@depth@100ms`]
    }
  }

  #venueInterval(interval: Interval = '1m'): string {
    return this.#venueIntervals[interval] ?? interval
  }
}

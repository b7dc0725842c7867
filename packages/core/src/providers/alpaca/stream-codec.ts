import {
  InvalidKeyError,
  NotEntitledError,
  RateLimitError,
  UnsupportedError,
  UpstreamError,
  ValidationError,
} from '../../errors/index.ts'
import { BookState } from '../../provider/codec/book-state.ts'
import { parseFrame } from '../../provider/codec/frame-fields.ts'
import { type Packable, pack, unpack } from '../../provider/codec/msgpack.ts'
import { TopicIndex } from '../../provider/codec/topic-index.ts'
import type {
  CodecOutput,
  Frame,
  JsonObject,
  StreamCodec,
  StreamEvent,
  StreamTopic,
} from '../../provider/index.ts'
import { optionPath } from './context.ts'
import type { AlpacaStreamOptions } from './stream.ts'
import {
  applyBook,
  fields,
  type QuoteChange,
  readBar,
  readBest,
  readDay,
  readTrade,
  stampOf,
  toQuote,
} from './stream-map.ts'

const provider = 'alpaca'

/** Alpaca's channels by the sort of their messages (`T`). */
const channelOf: Readonly<Record<string, string>> = {
  t: 'trades',
  q: 'quotes',
  b: 'bars',
  u: 'updatedBars',
  d: 'dailyBars',
  o: 'orderbooks',
}

/** So many levels a side are told where nothing is said. */
const usualDepth = 100

/**
 * Alpaca's protocol, in JSON, and in MessagePack where it is about options: it greets, is given the keys, and answers each request with all that is followed. Messages come in
 * lists. Corrections and cancellations of trades come with the trades, and are told as a loss: what then stands is in the
 * history.
 *
 * @see https://docs.alpaca.markets/docs/real-time-stock-pricing-data
 * @see https://docs.alpaca.markets/docs/real-time-crypto-pricing-data
 * @see https://docs.alpaca.markets/docs/real-time-option-data
 */
export function createAlpacaCodec(options: AlpacaStreamOptions, url: string): StreamCodec {
  return new AlpacaCodec(options, url)
}

class AlpacaCodec implements StreamCodec {
  readonly #options: AlpacaStreamOptions
  readonly #timeZone: string
  readonly #isBinary: boolean
  /** By channel and symbol, as they are asked for: `trades AAPL`. */
  readonly #index = new TopicIndex()
  readonly #quotes = new Map<string, QuoteChange>()
  readonly #books = new Map<string, BookState>()
  /** What was asked and not yet answered, request by request. */
  readonly #asked: (readonly StreamTopic[])[] = []

  constructor(options: AlpacaStreamOptions, url: string) {
    this.#options = options
    this.#isBinary = url.includes(optionPath)
    this.#timeZone = url.includes('crypto') ? 'America/Chicago' : 'America/New_York'
  }

  open(): CodecOutput {
    return {}
  }

  subscribe(topics: readonly StreamTopic[]): CodecOutput {
    const names = topics.flatMap((topic) => {
      if (topic.channel === 'book') this.#books.set(topic.symbol, new BookState())
      return namesOf(topic).filter((name) => this.#index.add(name, topic))
    })
    return { send: this.#ask('subscribe', names, topics) }
  }

  unsubscribe(topics: readonly StreamTopic[]): CodecOutput {
    const names = topics.flatMap((topic) => {
      this.#quotes.delete(topic.key)
      return namesOf(topic).filter((name) => this.#index.remove(name, topic))
    })
    return { send: this.#ask('unsubscribe', names, []) }
  }

  receive(frame: Frame, now: number): CodecOutput {
    const message = this.#isBinary ? unpackFrame(frame) : parseFrame(provider, frame)
    const rows: readonly unknown[] = Array.isArray(message) ? message : [message]
    const events: StreamEvent[] = []
    let output: CodecOutput = { events }
    for (let index = 0; index < rows.length; index++) {
      const row = fields.object(rows[index], `[${index}]`)
      const path = `[${index}]`
      if (row.T === 'success' || row.T === 'error') {
        const { events: told = [], ...rest } = this.#control(row, path)
        events.push(...told)
        output = { ...output, ...rest }
      } else this.#message(row, path, now, events)
    }
    return output
  }

  /** Asks again for something that is followed: the answer shows that the connection lives. */
  keepAlive(): CodecOutput {
    return { send: this.#ask('subscribe', this.#index.names().slice(0, 1), []) }
  }

  /** @param topics - Which of them fail where the venue refuses. */
  #ask(
    action: 'subscribe' | 'unsubscribe',
    names: readonly string[],
    topics: readonly StreamTopic[],
  ): Frame[] {
    if (names.length === 0) return []
    this.#asked.push(topics)
    return [this.#toFrame({ action, ...symbolsByChannel(names) })]
  }

  #toFrame(message: Packable): Frame {
    return this.#isBinary ? pack(message) : JSON.stringify(message)
  }

  #control(row: JsonObject, path: string): CodecOutput {
    if (row.T === 'error') {
      const code = fields.number(row, 'code', path)
      const said = `${row.msg} (${code})`
      return code === 405 ? this.#tooMany(said) : refusalOf(code, said)
    }
    if (row.msg === 'authenticated') return { ready: true }
    if (row.msg !== 'connected') return {}
    const { keyId: key, secretKey: secret } = this.#options
    return { send: [this.#toFrame({ action: 'auth', key, secret })] }
  }

  /** The plan follows no more symbols: what was asked last is not followed. */
  #tooMany(said: string): CodecOutput {
    const topics = this.#asked.shift() ?? []
    for (const topic of topics) for (const name of namesOf(topic)) this.#index.remove(name, topic)
    const error = new UnsupportedError(`alpaca follows no more symbols: ${said}.`, { provider })
    return { events: topics.map(({ key }) => ({ type: 'error', topic: key, error })) }
  }

  #message(row: JsonObject, path: string, now: number, events: StreamEvent[]): void {
    const sort = typeof row.T === 'string' ? row.T : ''
    if (sort === 'subscription') {
      this.#asked.shift()
      return
    }
    if (sort === 'c' || sort === 'x') {
      this.#revision(row, sort, events)
      return
    }
    const topics = this.#index.of(`${channelOf[sort]} ${row.S}`)
    if (!topics) return
    const book = sort === 'o' ? this.#books.get(fields.text(row, 'S', path)) : undefined
    if (book) applyBook(book, row, path)
    for (const topic of topics) {
      const event = this.#read(sort, row, topic, path, now)
      if (event) events.push(event)
    }
  }

  #read(
    sort: string,
    row: JsonObject,
    topic: StreamTopic,
    path: string,
    now: number,
  ): StreamEvent | undefined {
    const { key, channel, instrument, symbol, interval = '1m', depth = usualDepth } = topic
    switch (channel) {
      case 'trades':
        return { type: 'trade', topic: key, trade: readTrade(row, instrument, path) }
      case 'bars':
        return { type: 'bar', topic: key, bar: readBar(row, interval, this.#timeZone, path) }
      case 'book': {
        const book = this.#books.get(symbol)
        const time = Number(stampOf(row, path).slice(0, -6))
        const side = (name: 'bids' | 'asks') => book?.levels(name, depth) ?? []
        return {
          type: 'book',
          topic: key,
          book: { instrument, time, bids: side('bids'), asks: side('asks') },
        }
      }
      default: {
        const known = { ...this.#quotes.get(key), ...changeOf(sort, row, instrument, path) }
        this.#quotes.set(key, known)
        const { feed, optionFeed } = this.#options
        const isLate = this.#isBinary ? optionFeed === 'indicative' : feed === 'delayed_sip'
        const delayedMs = isLate ? 900_000 : 0
        return { type: 'quote', topic: key, quote: toQuote(instrument, known, now, delayedMs) }
      }
    }
  }

  /** A trade was corrected (`c`) or cancelled or found to be an error (`x`). */
  #revision(row: JsonObject, sort: string, events: StreamEvent[]): void {
    const what = sort === 'c' ? 'corrected' : 'cancelled'
    const reason = `The venue has ${what} trade ${row.oi ?? row.i} of ${row.S}, which was told before.`
    for (const { key, channel } of this.#index.of(`trades ${row.S}`) ?? []) {
      if (channel === 'trades') events.push({ type: 'gap', topic: key, reason })
    }
  }
}

function changeOf(
  sort: string,
  row: JsonObject,
  instrument: StreamTopic['instrument'],
  path: string,
): QuoteChange {
  if (sort === 'q') return readBest(row, path)
  if (sort === 'd') return readDay(row, path)
  const { price, time } = readTrade(row, instrument, path)
  return { last: price, time }
}

/** What a topic is made of: quotes join the best prices, the last trade and the day. */
function namesOf({ channel, symbol, interval, instrument }: StreamTopic): string[] {
  switch (channel) {
    case 'trades':
      return [`trades ${symbol}`]
    case 'book':
      return [`orderbooks ${symbol}`]
    case 'bars':
      return interval === '1d' ? [`dailyBars ${symbol}`] : [`bars ${symbol}`, `updatedBars ${symbol}`]
    default:
      // Of options there are no bars.
      return instrument.assetClass === 'option'
        ? [`quotes ${symbol}`, `trades ${symbol}`]
        : [`quotes ${symbol}`, `trades ${symbol}`, `dailyBars ${symbol}`]
  }
}

function symbolsByChannel(names: readonly string[]): Record<string, string[]> {
  const channels: Record<string, string[]> = {}
  for (const name of names) {
    const [channel = '', symbol = ''] = name.split(' ')
    channels[channel] ??= []
    channels[channel].push(symbol)
  }
  return channels
}

/** @throws {ValidationError} it is no MessagePack */
function unpackFrame(frame: Frame): unknown {
  try {
    return unpack(typeof frame === 'string' ? new TextEncoder().encode(frame) : frame)
  } catch (cause) {
    const got = `${frame.length} bytes`
    throw new ValidationError({ provider, path: '', expected: 'a MessagePack message', got, cause })
  }
}

/** @see https://docs.alpaca.markets/docs/streaming-market-data#errors */
function refusalOf(code: number, about: string): CodecOutput {
  switch (code) {
    case 402:
    case 404:
      return { close: new InvalidKeyError(`alpaca does not accept the keys: ${about}.`, { provider }) }
    case 401:
      return { close: new InvalidKeyError(`alpaca wants the keys first: ${about}.`, { provider }) }
    case 406:
      return {
        close: new RateLimitError(`alpaca allows no further connection for now: ${about}.`, {
          provider,
          retryAfterMs: 5_000,
        }),
      }
    case 409:
      return {
        close: new NotEntitledError(`alpaca: the plan does not include this feed: ${about}.`, { provider }),
      }
    // Already authenticated: nothing is wrong.
    case 403:
      return {}
    default:
      return { events: [{ type: 'error', error: new UpstreamError(`alpaca: ${about}.`, { provider }) }] }
  }
}

import { equity, type OrderBook, type Quote, type Trade } from '../../market/index.ts'
import {
  type CodecOutput,
  type Frame,
  parseExactJson,
  type StreamCodec,
  type StreamEvent,
  type StreamTopic,
  sourceOf,
  unknownQuote,
  Wire,
} from '../../provider/index.ts'
import { BinanceBook } from '../../providers/binance/stream-book.ts'
import { KrakenBook } from '../../providers/kraken/stream-book.ts'

export const chaosInstrument = equity('CHAOS')

/**
 * How a venue of chaos keeps listeners' books right: by numbers, with snapshots over REST, as Binance does; or by checksums,
 * with snapshots over the stream, as Kraken does.
 */
export type BookStyle = 'numbered' | 'checked'

export type ChaosCodecOptions = {
  provider: string
  bookStyle: BookStyle
  tradeOf(item: Wire): Trade
}

/** The protocol of a venue of chaos; its books are read by the codecs of real venues. */
export class ChaosCodec implements StreamCodec {
  readonly #options: ChaosCodecOptions
  readonly #topics = new Map<string, StreamTopic>()
  readonly #numbered = new BinanceBook(() => this.#listeners('book'))
  #checked = this.#newChecked()
  #lastQuote: number | undefined

  constructor(options: ChaosCodecOptions) {
    this.#options = options
  }

  open(): CodecOutput {
    return {}
  }

  subscribe(topics: readonly StreamTopic[]): CodecOutput {
    for (const topic of topics) this.#topics.set(topic.channel, topic)
    if (!topics.some(({ channel }) => channel === 'book')) return {}
    if (this.#options.bookStyle === 'numbered') return { snapshots: this.#numbered.begin() }
    this.#checked = this.#newChecked()
    return wholeBook
  }

  unsubscribe(): CodecOutput {
    return {}
  }

  snapshot(_topic: StreamTopic, book: OrderBook<'string'>): CodecOutput {
    return this.#numbered.start(book)
  }

  receive(frame: Frame, now: number): CodecOutput {
    const { provider, tradeOf } = this.#options
    const item = new Wire(provider, JSON.parse(String(frame)))
    const kind = item.at('kind').text()
    switch (kind) {
      case 'hello':
        return { ready: true }
      case 'trade':
        return this.#tell('trades', (topic) => ({ type: 'trade', topic, trade: tradeOf(item) }))
      case 'bar':
        return this.#tell('bars', (topic) => {
          const number = (name: string) => item.at(name).number()
          const [time, open, high, low] = [number('time'), number('open'), number('high'), number('low')]
          const [close, volume, closed] = [
            number('close'),
            number('volume'),
            item.at('closed').value === true,
          ]
          return { type: 'bar', topic, bar: { time, open, high, low, close, volume, closed } }
        })
      case 'quote':
        return this.#quote(item, now)
      case 'book':
        return this.#listeners('book').length > 0 ? this.#book(item) : {}
      default:
        return {}
    }
  }

  /** Quotes are numbered: one that is late is left out, and what is missing before another is told. */
  #quote(item: Wire, now: number): CodecOutput {
    const number = item.at('sequence').number()
    const before = this.#lastQuote
    if (before !== undefined && number <= before) return {}
    this.#lastQuote = number
    const [topic] = this.#listeners('quotes')
    if (!topic) return {}
    const fields = { time: 'time', bid: 'bid', bidSize: 'bidSize', ask: 'ask', askSize: 'askSize' } as const
    const source = sourceOf(this.#options.provider, { now })
    const quote: Quote = { ...unknownQuote, ...item.numbers(fields), instrument: chaosInstrument, source }
    const events: StreamEvent[] = [{ type: 'quote', topic: topic.key, quote }]
    if (before !== undefined && number > before + 1) {
      events.unshift({ type: 'gap', topic: topic.key, reason: `Quotes ${before + 1} to ${number - 1}.` })
    }
    return { events }
  }

  #book(item: Wire): CodecOutput {
    const [number, time] = [item.at('sequence').number(), item.at('time').number()]
    const isWhole = item.at('isWhole').value === true
    if (this.#options.bookStyle === 'numbered') {
      const { value: b } = item.at('b')
      const { value: a } = item.at('a')
      return this.#numbered.change({ U: number, u: number, b, a, E: time })
    }
    const side = (name: 'b' | 'a') =>
      item
        .at(name)
        .items()
        .map((level) => ({
          price: parseExactJson(level.at(0).text()),
          qty: parseExactJson(level.at(1).text()),
        }))
    const facts = { checksum: item.at('checksum').number(), timestamp: new Date(time).toISOString() }
    const { events, isBroken } = this.#checked.read({ bids: side('b'), asks: side('a'), ...facts }, isWhole)
    return { events, ...(isBroken && wholeBook) }
  }

  #tell(channel: string, eventOf: (topic: string) => StreamEvent): CodecOutput {
    return { events: this.#listeners(channel).map(({ key }) => eventOf(key)) }
  }

  #listeners(channel: string): StreamTopic[] {
    const topic = this.#topics.get(channel)
    return topic ? [topic] : []
  }

  #newChecked(): KrakenBook {
    return new KrakenBook(10, () => this.#listeners('book'))
  }
}

/** Asks the venue for the whole book. */
const wholeBook: CodecOutput = { send: ['{"want":"book"}'] }

import type { Instrument, MarketState, Quote } from '../../market/index.ts'
import { TopicIndex } from '../../provider/codec/topic-index.ts'
import {
  type CodecOutput,
  type Frame,
  type StreamCodec,
  type StreamTopic,
  sourceOf,
  unknownQuote,
} from '../../provider/index.ts'
import { currencyOf } from './currency.ts'
import { type PricingData, type PricingNumber, readPricingData } from './pricing-data.ts'

type QuoteChange = Partial<Quote>

/** By the streamer's numbers; before the market it sends none, as it sends no zeros. */
const marketStates: readonly (MarketState | undefined)[] = ['pre', 'open', 'post']

const dayFields = {
  open: 'openPrice',
  high: 'dayHigh',
  low: 'dayLow',
  previousClose: 'previousClose',
  volume: 'dayVolume',
  bid: 'bid',
  bidSize: 'bidSize',
  ask: 'ask',
  askSize: 'askSize',
} as const satisfies Partial<Record<keyof Quote, PricingNumber>>

/** Yahoo's streamer: symbols out, prices in. A message carries what changed, so that what was known stays. */
export function createYahooCodec(): StreamCodec {
  return new YahooCodec()
}

class YahooCodec implements StreamCodec {
  /** By Yahoo's symbols. */
  readonly #index = new TopicIndex()
  readonly #known = new Map<string, QuoteChange>()

  open(): CodecOutput {
    return { ready: true }
  }

  subscribe(topics: readonly StreamTopic[]): CodecOutput {
    return tell(
      'subscribe',
      topics.filter((topic) => this.#index.add(topic.symbol, topic)).map(({ symbol }) => symbol),
    )
  }

  unsubscribe(topics: readonly StreamTopic[]): CodecOutput {
    const left = topics.filter((topic) => this.#index.remove(topic.symbol, topic)).map(({ symbol }) => symbol)
    for (const symbol of left) this.#known.delete(symbol)
    return tell('unsubscribe', left)
  }

  receive(frame: Frame, now: number): CodecOutput {
    const data = readPricingData(frame)
    const topics = this.#index.of(data.id)
    if (!topics) return {}
    const known = { ...this.#known.get(data.id), ...changeOf(data) }
    this.#known.set(data.id, known)
    return {
      events: topics.map(({ key, instrument }) => {
        return { type: 'quote', topic: key, quote: toQuote(instrument, known, now) }
      }),
    }
  }

  keepAlive(): CodecOutput {
    return tell('subscribe', this.#index.names())
  }
}

function tell(action: 'subscribe' | 'unsubscribe', symbols: readonly string[]): CodecOutput {
  return symbols.length === 0 ? {} : { send: [JSON.stringify({ [action]: symbols })] }
}

function changeOf(data: PricingData): QuoteChange {
  const change: QuoteChange = {}
  for (const [name, theirs] of Object.entries(dayFields)) {
    const value = data.number(theirs)
    if (value !== undefined) Object.assign(change, { [name]: value })
  }
  if (data.shortName !== undefined) change.name = data.shortName
  if (data.currency !== undefined) Object.assign(change, currencyOf(data.currency))
  const [price, time] = [data.number('price'), data.number('time')]
  const state = marketStates[data.number('marketHours') ?? 0]
  if (state) change.marketState = state
  if (price === undefined || time === undefined) return change
  // Outside of its hours a market's last price stays what it was.
  if (state === 'pre' || state === 'post') change[state] = { price, time }
  else {
    change.last = price
    change.time = time
    change.change = data.number('change') ?? 0
    change.changePercent = data.number('changePercent') ?? 0
  }
  return change
}

function toQuote(instrument: Instrument, known: QuoteChange, now: number): Quote {
  return {
    ...unknownQuote,
    instrument,
    ...known,
    source: sourceOf('yahoo', { now }),
  }
}

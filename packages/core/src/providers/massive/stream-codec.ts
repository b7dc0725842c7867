import {
  InvalidKeyError,
  NotEntitledError,
  RateLimitError,
  UnknownSymbolError,
  UpstreamError,
} from '../../errors/index.ts'
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
import type { MassiveStreamOptions } from './stream.ts'
import { type Ladder, laddersOf, lagMs, wireSymbol } from './stream-channels.ts'
import { fields } from './stream-fields.ts'
import {
  JointBook,
  type QuoteChange,
  readBar,
  readQuoteChange,
  readTrade,
  readTradeSum,
  toQuote,
} from './stream-map.ts'

const provider = 'massive'

/** A low number on best prices so much newer is no straggler. */
const renumberedMs = 60_000

/** Where in its list an event stands, for those of a usual frame made beforehand. */
const paths: readonly string[] = Array.from({ length: 256 }, (_, index) => `[${index}]`)

/** One part of a topic: the ladder that brings it, and the rung it stands on. */
type Part = { ladder: Ladder; rung: number }
type Followed = {
  topic: StreamTopic
  parts: Part[]
  quote: QuoteChange
  /** Number and time of the newest `Q`: they count up, with holes, and begin anew every day. */
  newest: { number: number; time: number }
  book: JointBook
}

/**
 * Massive's protocol: it greets, is given the key, confirms what is asked item by item, and sends lists of events.
 *
 * What the plan refuses is followed one channel coarser (trades, seconds, minutes) as far as it goes. This is told: by the
 * delay of the feed, and by an error that passes. Refusals outlive a connection.
 *
 * @see https://massive.com/docs/websocket/quickstart
 */
export function createMassiveCodec(options: MassiveStreamOptions, previous?: StreamCodec): StreamCodec {
  return new MassiveCodec(options, previous instanceof MassiveCodec ? previous : undefined)
}

class MassiveCodec implements StreamCodec {
  readonly #options: MassiveStreamOptions
  readonly #refused: Set<string>
  readonly #followed = new Map<string, Followed>()
  /** By what is asked of Massive: `T.AAPL`. */
  readonly #index = new TopicIndex()
  /** What was asked and neither confirmed nor refused, in the order of asking. */
  readonly #pending = new Set<string>()
  #isReady = false

  constructor(options: MassiveStreamOptions, previous: MassiveCodec | undefined) {
    this.#options = options
    this.#refused = new Set(previous ? previous.#refused : [])
  }

  open(): CodecOutput {
    return {}
  }

  subscribe(topics: readonly StreamTopic[]): CodecOutput {
    const events: StreamEvent[] = []
    const asked: string[] = []
    for (const topic of topics) {
      const parts = laddersOf(topic, this.#options).map((ladder) => ({ ladder, rung: 0 }))
      const followed = { topic, parts, quote: {}, newest: { number: -1, time: 0 }, book: new JointBook() }
      this.#followed.set(topic.key, followed)
      asked.push(...this.#stand(followed, events))
    }
    return { events, send: this.#ask('subscribe', asked) }
  }

  unsubscribe(topics: readonly StreamTopic[]): CodecOutput {
    const left = topics.flatMap((topic) => {
      const followed = this.#followed.get(topic.key)
      this.#followed.delete(topic.key)
      return followed ? this.#leave(followed) : []
    })
    return { send: this.#ask('unsubscribe', left) }
  }

  receive(frame: Frame, now: number): CodecOutput {
    const message = parseFrame(provider, frame)
    const events: StreamEvent[] = []
    let output: CodecOutput = { events }
    const rows: readonly unknown[] = Array.isArray(message) ? message : [message]
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]
      if (!isJsonObject(row)) {
        fields.object(row, `[${index}]`)
      } else if (row.ev === 'status') {
        const { events: told = [], send, ...rest } = this.#status(row)
        events.push(...told)
        output = { ...output, ...rest, send: [...(output.send ?? []), ...(send ?? [])] }
      } else this.#event(row, index, now, events)
    }
    return output
  }

  /** Asks again for something that is followed: the answer shows that the connection lives. */
  keepAlive(): CodecOutput {
    const [name] = this.#index.names()
    return name === undefined || !this.#isReady ? {} : { send: this.#ask('subscribe', [name], false) }
  }

  #event(row: JsonObject, index: number, now: number, events: StreamEvent[]): void {
    const { ev } = row
    const symbol = row.sym ?? row.pair ?? (ev === 'C' ? row.p : row.T)
    if (typeof ev !== 'string' || typeof symbol !== 'string') return
    const topics = this.#index.ofPair(ev, symbol)
    if (!topics) return
    const path = paths[index] ?? `[${index}]`
    for (const topic of topics) {
      const event = this.#read(row, topic, path, now)
      if (event) events.push(event)
    }
  }

  #read(row: JsonObject, topic: StreamTopic, path: string, now: number): StreamEvent | undefined {
    const { channel, instrument, key } = topic
    if (channel === 'trades') {
      const isTrade = row.ev === 'T' || row.ev === 'XT'
      const trade = isTrade ? readTrade(row, instrument, path) : readTradeSum(row, instrument, path)
      return { type: 'trade', topic: key, trade }
    }
    const { interval = '1m', depth = 100 } = topic
    if (channel === 'bars') return { type: 'bar', topic: key, bar: readBar(row, interval, path) }
    const followed = this.#followed.get(key)
    if (!followed) return undefined
    if (channel === 'book') {
      return { type: 'book', topic: key, book: followed.book.receive(row, instrument, depth, path) }
    }
    if (isOvertaken(row, followed.newest)) return undefined
    const change = readQuoteChange(row, path)
    if (!change) return undefined
    Object.assign(followed.quote, change)
    const quote = toQuote(instrument, followed.quote, now, this.#options.delayedMs)
    return { type: 'quote', topic: key, quote }
  }

  #status(row: JsonObject): CodecOutput {
    const word = fields.text(row, 'status', '[0]')
    const said = typeof row.message === 'string' ? row.message : ''
    switch (word) {
      case 'connected':
        return { send: [JSON.stringify({ action: 'auth', params: this.#options.apiKey })] }
      case 'auth_success':
        this.#isReady = true
        return { ready: true }
      case 'auth_failed':
      case 'auth_timeout':
        return { close: new InvalidKeyError(`massive does not accept the key. ${said}`, { provider }) }
      case 'max_connections':
        return {
          close: new RateLimitError(
            `massive has closed this connection for another one with the same key. ${said}`,
            { provider, retryAfterMs: 5_000 },
          ),
        }
      case 'success':
        this.#pending.delete(/^subscribed to: (.+)$/.exec(said)?.[1] ?? '')
        return {}
      default:
        if (word !== 'error' && !/not_?author|not_?entitl|denied/i.test(word)) return {}
        return this.#isReady ? this.#refuse(said) : { close: refusal(said) }
    }
  }

  /** What a refusal is about: the items that it names, or else the oldest that was asked and their whole channel. */
  #refuse(said: string): CodecOutput {
    const named = [...this.#pending].filter((name) => said.includes(name))
    const [oldest] = this.#pending
    if (oldest === undefined)
      return { events: [{ type: 'error', error: new UpstreamError(`massive: ${said}`, { provider }) }] }
    const isSymbol = named.length > 0 && /symbol|ticker|invalid/i.test(said)
    const events: StreamEvent[] = []
    if (isSymbol) {
      for (const name of named) this.#refuseSymbol(name, events)
      return { events }
    }
    const asked: string[] = []
    for (const channel of new Set((named.length > 0 ? named : [oldest]).map(channelOf))) {
      this.#refused.add(channel)
      for (const name of [...this.#pending]) if (channelOf(name) === channel) this.#pending.delete(name)
      for (const followed of [...this.#followed.values()]) {
        if (!this.#isOn(followed, channel)) continue
        this.#index.remove(`${channel}.${wireSymbol(followed.topic)}`, followed.topic)
        asked.push(...this.#stand(followed, events, said))
      }
    }
    return { events, send: this.#ask('subscribe', asked) }
  }

  #isOn({ parts }: Followed, channel: string): boolean {
    return parts.some(({ ladder, rung }) => ladder[rung] === channel)
  }

  #refuseSymbol(name: string, events: StreamEvent[]): void {
    this.#pending.delete(name)
    for (const { key, symbol } of this.#index.of(name) ?? []) {
      const followed = this.#followed.get(key)
      if (followed) this.#leave(followed)
      this.#followed.delete(key)
      events.push({ type: 'error', topic: key, error: new UnknownSymbolError(symbol, { provider }) })
    }
  }

  /** Puts each part of a topic on the finest channel that is not refused, and tells of what is coarser. */
  #stand(followed: Followed, events: StreamEvent[], said = ''): string[] {
    const { topic, parts } = followed
    const symbol = wireSymbol(topic)
    const asked: string[] = []
    let stepped: string | undefined
    for (const part of parts) {
      const from = part.ladder[part.rung]
      while (this.#refused.has(part.ladder[part.rung] ?? '')) part.rung++
      const channel = part.ladder[part.rung]
      if (channel !== from) stepped = channel ?? ''
      if (channel !== undefined && this.#index.add(`${channel}.${symbol}`, topic))
        asked.push(`${channel}.${symbol}`)
    }
    const standing = parts.flatMap(({ ladder, rung }) => ladder[rung] ?? [])
    if (standing.length === 0) {
      this.#followed.delete(topic.key)
      events.push({ type: 'error', topic: topic.key, error: refusal(said) })
      return []
    }
    if (stepped !== undefined) events.push(...this.#told(topic, standing, said))
    return asked
  }

  #told({ key }: StreamTopic, standing: readonly string[], said: string): StreamEvent[] {
    const lag = Math.max(...standing.map((one) => lagMs[one] ?? 0))
    const delayedMs = lag === 0 ? this.#options.delayedMs : (this.#options.delayedMs ?? 0) + lag
    const message = `massive: the plan does not include all of this; ${standing.join(' and ')} is followed instead. ${said}`
    return [
      { type: 'origin', topic: key, provider, simulated: false, delayedMs },
      { type: 'error', topic: key, error: new UpstreamError(message.trim(), { provider }) },
    ]
  }

  /** Takes a topic out of the index; the answer is what nobody follows any more. */
  #leave({ topic, parts }: Followed): string[] {
    return parts.flatMap(({ ladder, rung }) => {
      const name = `${ladder[rung]}.${wireSymbol(topic)}`
      return ladder[rung] !== undefined && this.#index.remove(name, topic) ? [name] : []
    })
  }

  #ask(action: 'subscribe' | 'unsubscribe', names: readonly string[], isNew = true): Frame[] {
    if (names.length === 0) return []
    for (const name of names) {
      if (action === 'unsubscribe') this.#pending.delete(name)
      else if (isNew) this.#pending.add(name)
    }
    return [JSON.stringify({ action, params: names.join(',') })]
  }
}

/** Whether best prices came twice, or after newer ones. Notes the newest. */
function isOvertaken({ ev, q: number, t: time }: JsonObject, newest: Followed['newest']): boolean {
  if (ev !== 'Q' || typeof number !== 'number' || typeof time !== 'number') return false
  if (number <= newest.number && time <= newest.time + renumberedMs) return true
  Object.assign(newest, { number, time })
  return false
}

function channelOf(name: string): string {
  return name.slice(0, name.indexOf('.'))
}

function refusal(said: string): NotEntitledError {
  return new NotEntitledError(`massive: the plan does not include this stream. ${said}`.trim(), { provider })
}

import { NetworkError, StarkMatterError } from '../errors/index.ts'
import type { Clock } from '../http/clock.ts'
import type { Secrets } from '../http/secrets.ts'
import type { OrderBook } from '../market/index.ts'
import type {
  CodecOutput,
  SnapshotRequest,
  SocketStream,
  StreamCodec,
  StreamTopic,
} from '../provider/index.ts'
import { Feed } from './feed.ts'
import { SendQueue } from './send-queue.ts'
import { TopicWatch } from './topic-watch.ts'

/** As much of a WebSocket as a feed needs; `ws`, browsers and Node's own fit. */
export type Socket = {
  binaryType: string
  /** Bytes go as their buffer: what a `Uint8Array` may stand on is written differently before TypeScript 5.7. */
  send(data: string | ArrayBuffer): void
  close(): void
  /** Of `ws`: ends a connection whose other side no longer answers. */
  terminate?(): void
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
}

/** A class of WebSockets: the runtime's own, that of `ws`, or one of the caller's. */
export type SocketConstructor = new (url: string) => Socket

export type SocketFeedOptions = {
  provider: string
  url: string
  clock: Clock
  random: () => number
  /** Hears what is sent to say who the client is, so that no error tells it. */
  secrets: Pick<Secrets, 'learnFrame' | 'learnRequest' | 'cleanError'>
  openSocket(url: string): Promise<Socket>
  /** An order book from the provider's REST interface, for codecs that ask for one. */
  snapshot(topic: StreamTopic, depth: number): Promise<OrderBook<'string'>>
}

const firstBackoffMs = 250
const longestBackoffMs = 30_000
/** A change of symbol leaves one topic and joins the next a moment later: not a reason to connect again. */
const lingerMs = 1_000
/** A codec that is not content with a snapshot gets the next one no sooner. */
const snapshotPauseMs = 1_000

/** A provider's WebSocket: connects when somebody listens, and again whenever it breaks or falls silent. */
export class SocketFeed extends Feed {
  readonly #stream: SocketStream
  readonly #options: SocketFeedOptions
  /** Of this connection or attempt; cleared when it is over. */
  #timers: (() => void)[] = []
  #cancelLinger = () => {}
  #socket: Socket | undefined
  #codec: StreamCodec | undefined
  #sends: SendQueue | undefined
  /** Topics that were joined and left since the codec was last told, by key. */
  readonly #joining = new Map<string, StreamTopic>()
  readonly #leaving = new Map<string, StreamTopic>()
  /** When a snapshot was last asked for, by topic. */
  readonly #snapshotAt = new Map<string, number>()
  /** Tells an old connection's late callbacks from the present one's. */
  #generation = 0
  #running = false
  #ready = false
  #failures = 0
  #lastFrameAt = 0
  /** The time in this turn of the event loop; NaN until it is asked for. */
  #turnNow = Number.NaN
  readonly #watch: TopicWatch
  readonly #endTurn = () => {
    this.#turnNow = Number.NaN
  }

  constructor(stream: SocketStream, options: SocketFeedOptions) {
    super()
    this.#stream = stream
    this.#options = options
    this.#watch = new TopicWatch({
      clock: options.clock,
      rhythmMs: stream.rhythmMs,
      onSilent: (topic, silentMs) => this.#askAgain(topic, silentMs),
    })
  }

  close(): void {
    this.#running = false
    this.#cancelLinger()
    this.#drop(true)
    this.rest()
  }

  protected added(topic: StreamTopic): void {
    this.#cancelLinger()
    if (!this.#running) {
      this.#running = true
      void this.#connect()
    } else if (this.#ready && !this.#leaving.delete(topic.key)) {
      this.#joining.set(topic.key, topic)
      this.#settleTopics()
    }
  }

  protected removed(topic: StreamTopic, isForgotten = false): void {
    if (this.#ready && !this.#joining.delete(topic.key) && !isForgotten) {
      this.#leaving.set(topic.key, topic)
      this.#settleTopics()
    } else this.#forget(topic)
    if (!this.#running || this.size > 0) return
    this.#cancelLinger()
    this.#cancelLinger = this.#options.clock.schedule(lingerMs, () => this.close())
  }

  /** Not before the codec leaves it too: who joins it again in the same turn goes on with what is under way. */
  #forget({ key }: StreamTopic): void {
    this.#snapshotAt.delete(key)
    this.#watch.remove(key)
  }

  /** Tells the codec of all that changed in one go, as a watchlist comes and leaves symbol by symbol. */
  #settleTopics(): void {
    if (this.#joining.size + this.#leaving.size > 1) return
    const generation = this.#generation
    queueMicrotask(() => {
      if (generation !== this.#generation || !this.#ready) return
      const [left, joined] = [[...this.#leaving.values()], [...this.#joining.values()]]
      this.#leaving.clear()
      this.#joining.clear()
      for (const topic of left) this.#forget(topic)
      if (left.length > 0) this.#run((codec) => codec.unsubscribe(left))
      this.#subscribe(joined)
    })
  }

  #subscribe(topics: readonly StreamTopic[]): void {
    const { topicsPerSubscribe = Number.POSITIVE_INFINITY } = this.#stream.limits ?? {}
    const generation = this.#generation
    for (const topic of topics) this.#watch.add(topic)
    for (let from = 0; from < topics.length; from += topicsPerSubscribe) {
      if (generation !== this.#generation) return
      this.#run((codec) => codec.subscribe(topics.slice(from, from + topicsPerSubscribe)))
    }
  }

  async #connect(): Promise<void> {
    const { clock, url, openSocket } = this.#options
    const generation = ++this.#generation
    const isPresent = () => generation === this.#generation && this.#running
    this.#lastFrameAt = clock.now()
    this.#watchSilence()
    try {
      const codec = await this.#stream.codec(this.#codec, url)
      if (!isPresent()) return
      this.#codec = codec
      const socket = await openSocket(url)
      if (!isPresent()) {
        end(socket, true)
        return
      }
      this.#use(socket, isPresent)
    } catch (error) {
      if (!isPresent()) return
      if (StarkMatterError.is(error) && !error.retryable) this.#giveUp(error)
      else this.#lost(error)
    }
  }

  #use(socket: Socket, isPresent: () => boolean): void {
    this.#socket = socket
    this.#sends = new SendQueue({
      clock: this.#options.clock,
      perSecond: this.#stream.limits?.sendsPerSecond,
      send: (frame) => socket.send(typeof frame === 'string' ? frame : frame.slice().buffer),
    })
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => isPresent() && this.#run((codec) => codec.open())
    socket.onmessage = ({ data }: { data: unknown }) => isPresent() && this.#receive(data)
    socket.onclose = () => isPresent() && this.#lost('The connection was closed.')
    socket.onerror = () => isPresent() && this.#lost('The connection failed.')
  }

  #receive(data: unknown): void {
    const now = this.#now()
    this.#lastFrameAt = now
    this.#run((codec) => codec.receive(typeof data === 'string' ? data : toBytes(data), now))
  }

  /** Frames that came together have one time: there may be tens of thousands a second, and a clock has its price. */
  #now(): number {
    if (Number.isNaN(this.#turnNow)) {
      this.#turnNow = this.#options.clock.now()
      queueMicrotask(this.#endTurn)
    }
    return this.#turnNow
  }

  #run(step: (codec: StreamCodec) => CodecOutput): void {
    if (!this.#codec) return
    let output: CodecOutput
    try {
      output = step(this.#codec)
    } catch (error) {
      // What an unreadable frame held is lost, as in a break: connecting again fetches it.
      this.#lost(error)
      return
    }
    this.#apply(output)
  }

  #apply({ events, send, snapshots, ready, close }: CodecOutput): void {
    const { secrets } = this.#options
    if (send) {
      for (const frame of send) {
        secrets.learnFrame(frame)
        this.#sends?.push(frame)
      }
    }
    if (close) secrets.cleanError(close)
    if (ready && !this.#ready) this.#becomeReady()
    if (snapshots) for (const request of snapshots) this.#askSnapshot(request)
    if (events) {
      for (const event of events) {
        this.#failures = 0
        if (event.type === 'error') secrets.cleanError(event.error)
        else if (this.#watch.heard(event.topic, this.#lastFrameAt)) this.tellTopic(event.topic, 'live')
        this.dispatch(event, this.#lastFrameAt)
      }
    }
    if (close?.retryable) this.#lost(close)
    else if (close) this.#giveUp(close)
  }

  /** A topic of which the venue says nothing any more is a break of its own: the others go on. */
  #askAgain(topic: StreamTopic, silentMs: number): void {
    const { provider } = this.#options
    const error = new NetworkError(
      `${provider}'s stream has said nothing of ${topic.symbol} (${topic.channel}) for ${silentMs} ms. It is asked for again.`,
      { provider },
    )
    this.tellTopic(topic.key, 'stale')
    this.tellTopic(topic.key, 'reconnecting', error)
    // A listener may have left upon that.
    if (!this.has(topic.key)) return
    this.#run((codec) => codec.unsubscribe([topic]))
    this.#run((codec) => codec.subscribe([topic]))
  }

  #giveUp(error: StarkMatterError): void {
    this.close()
    this.fail(error)
  }

  #becomeReady(): void {
    this.#ready = true
    this.#subscribe(this.topics)
    this.#keepAlive()
    this.tell('live')
  }

  #askSnapshot({ topic: key, depth }: SnapshotRequest): void {
    const { clock, snapshot } = this.#options
    const topic = this.topicOf(key)
    if (!topic) return
    const now = clock.now()
    const at = Math.max(now, (this.#snapshotAt.get(key) ?? Number.NEGATIVE_INFINITY) + snapshotPauseMs)
    this.#snapshotAt.set(key, at)
    const generation = this.#generation
    const isWanted = () => generation === this.#generation && this.#snapshotAt.get(key) === at
    const ask = async () => {
      if (!isWanted()) return
      try {
        const book = await snapshot(topic, depth)
        if (isWanted()) this.#run((codec) => codec.snapshot?.(topic, book, clock.now()) ?? {})
      } catch (error) {
        if (!StarkMatterError.is(error)) throw error
        if (!isWanted()) return
        if (!error.retryable) {
          this.fail(error, key)
          return
        }
        this.dispatch({ type: 'error', topic: key, error })
        this.#askSnapshot({ topic: key, depth })
      }
    }
    if (at <= now) void ask()
    else this.#after(at - now, ask)
  }

  #keepAlive(): void {
    const { keepAliveMs } = this.#stream
    if (keepAliveMs === undefined || !this.#codec?.keepAlive) return
    this.#after(keepAliveMs, () => {
      this.#run((codec) => codec.keepAlive?.(this.#options.clock.now()) ?? {})
      if (this.#ready) this.#keepAlive()
    })
  }

  #watchSilence(): void {
    const { silenceMs } = this.#stream
    const quietMs = this.#options.clock.now() - this.#lastFrameAt
    this.#after(silenceMs - quietMs, () => {
      if (this.#options.clock.now() - this.#lastFrameAt < silenceMs) this.#watchSilence()
      else {
        this.tell('stale')
        this.#lost(`Nothing was heard for ${silenceMs} ms.`)
      }
    })
  }

  #lost(reason: unknown): void {
    const { provider, clock, random } = this.#options
    const error = StarkMatterError.is(reason)
      ? reason
      : new NetworkError(`${provider}'s stream broke: ${reason}`, { provider })
    this.#drop()
    if (!this.#running) return
    this.tell('reconnecting', error)
    const backoff = Math.min(longestBackoffMs, firstBackoffMs * 2 ** this.#failures++)
    this.#timers.push(clock.schedule(random() * backoff, () => void this.#connect()))
  }

  /** Leaves the present connection, where it broke without waiting for the other side, which may not answer any more. */
  #drop(isPolite = false): void {
    this.#generation++
    this.#ready = false
    this.#watch.clear()
    this.#joining.clear()
    this.#leaving.clear()
    this.#sends?.close()
    this.#sends = undefined
    for (const cancel of this.#timers.splice(0)) cancel()
    if (this.#socket) end(this.#socket, isPolite)
    this.#socket = undefined
  }

  /** Calls back unless the connection is over by then. */
  #after(delayMs: number, callback: () => void): void {
    const cancel = this.#options.clock.schedule(delayMs, () => {
      this.#timers.splice(this.#timers.indexOf(cancel), 1)
      callback()
    })
    this.#timers.push(cancel)
  }
}

function end(socket: Socket, isPolite: boolean): void {
  socket.onopen = socket.onmessage = socket.onclose = null
  // `ws` throws without a listener when a connection that is still opening is closed.
  socket.onerror = () => {}
  if (socket.terminate && !isPolite) socket.terminate()
  else socket.close()
}

function toBytes(data: unknown): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  throw new TypeError('a frame that is neither text nor bytes')
}

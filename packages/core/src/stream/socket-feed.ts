import { NetworkError, StarkMatterError } from '../errors/index.ts'
import type { Clock } from '../http/clock.ts'
import type { CodecOutput, Frame, SocketStream, StreamCodec, StreamTopic } from '../provider/index.ts'
import { Feed } from './feed.ts'

/** As much of a WebSocket as a feed needs; `ws`, browsers and Node's own fit. */
export type Socket = {
  binaryType: string
  send(data: string | Uint8Array<ArrayBuffer>): void
  close(): void
  /** Of `ws`: ends a connection whose other side no longer answers. */
  terminate?(): void
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
}

export type SocketFeedOptions = {
  provider: string
  clock: Clock
  random: () => number
  openSocket(url: string): Promise<Socket>
}

const firstBackoffMs = 250
const longestBackoffMs = 30_000
/** A change of symbol leaves one topic and joins the next a moment later: not a reason to connect again. */
const lingerMs = 1_000

/** A provider's WebSocket: connects when somebody listens, and again whenever it breaks or falls silent. */
export class SocketFeed extends Feed {
  readonly #stream: SocketStream
  readonly #options: SocketFeedOptions
  /** Of this connection or attempt; cleared when it is over. */
  #timers: (() => void)[] = []
  #cancelLinger = () => {}
  #socket: Socket | undefined
  #codec: StreamCodec | undefined
  /** Tells an old connection's late callbacks from the present one's. */
  #generation = 0
  #running = false
  #ready = false
  #failures = 0
  #lastFrameAt = 0

  constructor(stream: SocketStream, options: SocketFeedOptions) {
    super()
    this.#stream = stream
    this.#options = options
  }

  close(): void {
    this.#running = false
    this.#cancelLinger()
    this.#drop(true)
  }

  protected added(topic: StreamTopic): void {
    this.#cancelLinger()
    if (!this.#running) {
      this.#running = true
      this.#connect()
    } else if (this.#ready && this.#codec) this.#apply(this.#codec.subscribe([topic]))
  }

  protected removed(topic: StreamTopic): void {
    if (!this.#running) return
    if (this.#ready && this.#codec) this.#apply(this.#codec.unsubscribe([topic]))
    if (this.topics.length > 0) return
    this.#cancelLinger = this.#options.clock.schedule(lingerMs, () => this.close())
  }

  #connect(): void {
    const generation = ++this.#generation
    const isPresent = () => generation === this.#generation && this.#running
    this.#codec = this.#stream.codec(this.#codec)
    this.#lastFrameAt = this.#options.clock.now()
    this.#watchSilence()
    this.#options.openSocket(this.#stream.url).then(
      (socket) => {
        if (!isPresent()) {
          end(socket, true)
          return
        }
        this.#socket = socket
        socket.binaryType = 'arraybuffer'
        socket.onopen = () => isPresent() && this.#codec && this.#apply(this.#codec.open())
        socket.onmessage = ({ data }: { data: unknown }) => isPresent() && this.#receive(data)
        socket.onclose = () => isPresent() && this.#lost('The connection was closed.')
        socket.onerror = () => isPresent() && this.#lost('The connection failed.')
      },
      (error: unknown) => isPresent() && this.#lost(String(error)),
    )
  }

  #receive(data: unknown): void {
    const now = this.#options.clock.now()
    this.#lastFrameAt = now
    const frame: Frame = typeof data === 'string' ? data : toBytes(data)
    try {
      if (this.#codec) this.#apply(this.#codec.receive(frame, now))
    } catch (error) {
      // What an unreadable frame held is lost, as in a break: connecting again fetches it.
      this.#lost(StarkMatterError.is(error) ? error : String(error))
    }
  }

  #apply({ events = [], send = [], ready, close }: CodecOutput): void {
    for (const frame of send) this.#socket?.send(typeof frame === 'string' ? frame : new Uint8Array(frame))
    if (ready && !this.#ready) this.#becomeReady()
    for (const event of events) {
      this.#failures = 0
      this.dispatch(event)
    }
    if (close?.retryable) this.#lost(close)
    else if (close) {
      this.close()
      this.fail(close)
    }
  }

  #becomeReady(): void {
    this.#ready = true
    const { topics } = this
    if (topics.length > 0 && this.#codec) this.#apply(this.#codec.subscribe(topics))
    this.#keepAlive()
    this.tell('live')
  }

  #keepAlive(): void {
    const { keepAliveMs } = this.#stream
    if (keepAliveMs === undefined || !this.#codec?.keepAlive) return
    this.#after(keepAliveMs, () => {
      if (this.#codec?.keepAlive) this.#apply(this.#codec.keepAlive(this.#options.clock.now()))
      this.#keepAlive()
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

  #lost(reason: StarkMatterError | string): void {
    const { provider, clock, random } = this.#options
    const error =
      typeof reason === 'string'
        ? new NetworkError(`${provider}'s stream broke: ${reason}`, { provider })
        : reason
    this.#drop()
    if (!this.#running) return
    this.tell('reconnecting', error)
    const backoff = Math.min(longestBackoffMs, firstBackoffMs * 2 ** this.#failures++)
    this.#timers.push(clock.schedule(random() * backoff, () => this.#connect()))
  }

  /** Leaves the present connection, where it broke without waiting for the other side, which may not answer any more. */
  #drop(isPolite = false): void {
    this.#generation++
    this.#ready = false
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

import type { Clock } from '../http/clock.ts'
import type { Socket } from '../stream/socket-feed.ts'
import { createRandom } from '../testing/random.ts'
import { type Line, toBase64, toPayload, writeLine } from './line.ts'
import { Scrub } from './scrub.ts'
import { Stage } from './stage.ts'
import { StagedSocket } from './staged-socket.ts'

/** What a client reaches the world by. Spread it into the options of `createClient`. */
export type SessionTransport = {
  fetch: typeof globalThis.fetch
  WebSocket: typeof globalThis.WebSocket
  clock: Clock
  random: () => number
}

export type RecordOptions = {
  /** Takes one line of the recording, without its end. */
  write(line: string): void
  /** Texts that must not be written, beside what requests carry in headers and addresses: keys sent over a socket only. */
  secrets?: readonly string[] | undefined
  /** @default the runtime's own */
  fetch?: typeof globalThis.fetch | undefined
  /** @default the runtime's own, or `ws` */
  WebSocket?: typeof globalThis.WebSocket | undefined
  /** Begins the jitter of retries. @default drawn */
  seed?: number | undefined
}

/**
 * Records all that a client hears, as lines of NDJSON, for `playRecording` to play. What the client sends is not kept but
 * for method and address; keys, tokens and cookies are masked wherever they stand.
 *
 * The client's clock is the recording's: what comes in has its turn one after the other, with timers in between.
 *
 * @example
 * const lines: string[] = []
 * const transport = recordTransport({ write: (line) => lines.push(line) })
 * const client = createClient({ providers: [binance()], ...transport })
 */
export function recordTransport(options: RecordOptions): SessionTransport {
  const { write, secrets = [], seed = Math.floor(Math.random() * 2 ** 32) } = options
  const scrub = new Scrub(secrets)
  const stage = new LiveStage()
  const note = (line: Line) => write(writeLine(line))
  note({ t: stage.now(), recording: 1, seed })
  let count = 0

  const fetch: typeof globalThis.fetch = (input, init) => {
    const n = count++
    const request = new Request(input, init)
    const { method, url, signal } = request
    scrub.learnRequest(url, request.headers)
    note({ t: stage.now(), request: n, method, url: scrub.url(url) })
    const send = options.fetch ?? globalThis.fetch
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      send(input, init)
        .then(async (response) => ({ response, bytes: new Uint8Array(await response.arrayBuffer()) }))
        .then(
          ({ response, bytes }) =>
            stage.input(() => {
              const { status } = response
              const body = toPayload(bytes)
              const headers = Object.fromEntries(
                [...response.headers].map(([name, value]) => [name, scrub.header(name, value)]),
              )
              const told = 'text' in body ? { text: scrub.body(url, body.text) } : body
              note({ t: stage.now(), response: n, status, headers, ...told })
              resolve(toResponse(status, response.headers, bytes))
            }),
          (error: unknown) =>
            stage.input(() => {
              const message = error instanceof Error ? error.name : 'Error'
              note({ t: stage.now(), failure: n, message })
              reject(new TypeError(message))
            }),
        )
    })
  }

  class RecordedSocket extends StagedSocket {
    readonly #inner: Promise<Socket>

    constructor(url: string | URL) {
      super(url)
      const n = count++
      scrub.learnRequest(this.url, [])
      note({ t: stage.now(), connect: n, url: scrub.url(this.url) })
      const isOver = () => this.readyState === this.CLOSED
      const input = (line: () => Line, happen: () => void) =>
        stage.input(() => {
          if (isOver()) return
          note(line())
          happen()
        })
      const end = (error: boolean) =>
        input(
          () => ({ t: stage.now(), end: n, error }),
          () => this.ended(error),
        )
      this.#inner = openSocket(options.WebSocket, this.url).then((inner) => {
        inner.binaryType = 'arraybuffer'
        inner.onopen = () =>
          input(
            () => ({ t: stage.now(), open: n }),
            () => this.opened(),
          )
        inner.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) =>
          input(
            () => {
              const told =
                typeof data === 'string' ? { text: scrub.clean(data) } : toBase64(new Uint8Array(data))
              return { t: stage.now(), frame: n, ...told }
            },
            () => this.heard(data),
          )
        inner.onclose = () => end(false)
        inner.onerror = () => end(true)
        return inner
      })
    }

    send(data: string | ArrayBuffer): void {
      scrub.learnFrame(typeof data === 'string' ? data : new Uint8Array(data))
      void this.#inner.then((inner) => inner.send(data))
    }

    override close(): void {
      super.close()
      void this.#inner.then((inner) => inner.close())
    }
  }

  return { fetch, WebSocket: RecordedSocket, clock: stage, random: createRandom(seed).next }
}

async function openSocket(given: typeof globalThis.WebSocket | undefined, url: string): Promise<Socket> {
  const Constructor = given ?? globalThis.WebSocket ?? (await import('isomorphic-ws')).default
  return new Constructor(url)
}

/** An answer whose body is at hand. */
export function toResponse(status: number, headers: Headers, body: Uint8Array<ArrayBuffer>): Response {
  const isBodyless = status === 204 || status === 205 || status === 304
  return new Response(isBodyless ? null : body, { status, headers })
}

/** A stage on which timers and inputs happen when they happen in reality. */
class LiveStage extends Stage {
  readonly #inputs: { at: number; happen: () => void }[] = []
  #wake: (() => void) | undefined
  #running = false

  constructor() {
    super(Date.now(), () => Date.now())
    this.onTimer = () => void this.#run()
  }

  /** Something came from outside. */
  input(happen: () => void): void {
    this.#inputs.push({ at: Date.now(), happen })
    void this.#run()
  }

  async #run(): Promise<void> {
    this.#wake?.()
    if (this.#running) return
    this.#running = true
    for (;;) {
      const [input] = this.#inputs
      const due = this.nextDue ?? Number.POSITIVE_INFINITY
      const now = Date.now()
      if (due <= (input?.at ?? now)) await this.fire()
      else if (input) {
        this.#inputs.shift()
        await this.turn(input.at, input.happen)
      } else if (due === Number.POSITIVE_INFINITY) break
      else await this.#wait(due - now)
    }
    this.#running = false
  }

  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(delayMs, 2 ** 31 - 1))
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

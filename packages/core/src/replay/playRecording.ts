import { BadRequestError } from '../errors/index.ts'
import { createRandom } from '../testing/random.ts'
import { fromBase64, type Line, type Payload, readLines } from './line.ts'
import { type SessionTransport, toResponse } from './recordTransport.ts'
import { Stage } from './stage.ts'
import { StagedSocket } from './staged-socket.ts'

export type PlayOptions = {
  /** The lines that `recordTransport` wrote, as one text. */
  recording: string
  /** 1 is the pace of the recording, 60 a minute in a second, Infinity as fast as it goes. @default 1 */
  speed?: number | undefined
}

/** A recording being played. Give `transport` to a client, make the calls of the session, then `play`. */
export type Playback = {
  /** Spread it into the options of `createClient`. */
  transport: SessionTransport
  /**
   * Plays to the end.
   *
   * @throws {BadRequestError} the client did not ask what the recorded one asked
   */
  play(): Promise<void>
}

/** How long the client may take, in reality, to ask what the recorded one asked. */
const patienceMs = 10_000

type Answer = { resolve(response: Response): void; reject(error: unknown): void }

/**
 * Plays a recorded session to a client that makes the same calls: it hears the same at the same times, by a clock of its own,
 * and so tells the same events, whatever the speed.
 *
 * @throws {BadRequestError} the text is no recording
 * @example
 * const { transport, play } = playRecording({ recording, speed: 60 })
 * const client = createClient({ providers: [binance()], ...transport })
 * client.watchTrades({ symbols: ['BTC/USDT'] }).on('data', (trade) => console.log(trade.price))
 * await play()
 */
export function playRecording({ recording, speed = 1 }: PlayOptions): Playback {
  const lines = readLines(recording)
  const [first] = lines
  const start = first?.t ?? 0
  const stage: Stage = new Stage(start, () => start)
  /** What the client asked, by the number it has in the recording. */
  const answers = new Map<number, Answer>()
  const sockets = new Map<number, PlayedSocket>()
  const asked = new Set<number>()
  let onAsked = () => {}

  /** The first thing of the recording that was asked in these words and not yet now. */
  const find = (isIt: (line: Line) => number | undefined): number | undefined => {
    for (const line of lines) {
      const n = isIt(line)
      if (n === undefined || asked.has(n)) continue
      asked.add(n)
      onAsked()
      return n
    }
    return undefined
  }

  const fetch: typeof globalThis.fetch = (input, init) => {
    const { method, url, signal } = new Request(input, init)
    return new Promise((resolve, reject) => {
      const n = find((line) =>
        'request' in line && line.method === method && isSameAddress(line.url, url)
          ? line.request
          : undefined,
      )
      if (n === undefined) reject(new TypeError('The recording has no answer to this.'))
      else answers.set(n, { resolve, reject })
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
  }

  class ClientSocket extends PlayedSocket {
    constructor(url: string | URL) {
      super(url)
      const n = find((line) =>
        'connect' in line && isSameAddress(line.url, this.url) ? line.connect : undefined,
      )
      if (n !== undefined) sockets.set(n, this)
    }
  }

  const waitFor = async (n: number, what: string): Promise<void> => {
    if (asked.has(n)) return
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        const message = `The client did not ask for ${what}, as the recorded one did. Make the same calls, of the same providers.`
        reject(new BadRequestError(message, { parameter: 'recording' }))
      }, patienceMs)
      onAsked = () => {
        if (!asked.has(n)) return
        clearTimeout(timer)
        resolve()
      }
    })
  }

  const until = async (time: number): Promise<void> => {
    if (!(speed < Number.POSITIVE_INFINITY)) return
    const delayMs = (time - stage.now()) / speed
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
  }

  const happen = (line: Line): void => {
    if ('response' in line) answers.get(line.response)?.resolve(toAnswer(line))
    else if ('failure' in line) answers.get(line.failure)?.reject(new TypeError(line.message))
    else if ('open' in line) sockets.get(line.open)?.open()
    else if ('frame' in line)
      sockets.get(line.frame)?.frame('text' in line ? line.text : fromBase64(line.base64))
    else if ('end' in line) sockets.get(line.end)?.end(line.error)
  }

  return {
    transport: {
      fetch,
      WebSocket: ClientSocket,
      clock: stage,
      random: createRandom(first && 'seed' in first ? first.seed : 0).next,
    },
    async play() {
      for (const line of lines) {
        for (let due = stage.nextDue; due !== undefined && due <= line.t; due = stage.nextDue) {
          await until(due)
          await stage.fire()
        }
        await until(line.t)
        if ('request' in line) await waitFor(line.request, `${line.method} ${line.url}`)
        else if ('connect' in line) await waitFor(line.connect, line.url)
        else await stage.turn(line.t, () => happen(line))
      }
    },
  }
}

function toAnswer(line: { status: number; headers: Readonly<Record<string, string>> } & Payload): Response {
  const body = 'text' in line ? new TextEncoder().encode(line.text) : fromBase64(line.base64)
  return toResponse(line.status, new Headers(line.headers), body)
}

/** What is masked in the recording may be anything. */
function isSameAddress(recorded: string, url: string): boolean {
  const parts = recorded.split('•••')
  if (parts.length === 1) return recorded === url
  let at = 0
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (url.startsWith(part) ? 0 : -1) : url.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return url.endsWith(parts.at(-1) ?? '')
}

class PlayedSocket extends StagedSocket {
  send(): void {
    // What is sent decides nothing: the recording knows what comes.
  }

  open(): void {
    if (this.readyState === this.CONNECTING) this.opened()
  }

  frame(data: string | Uint8Array<ArrayBuffer>): void {
    if (this.readyState === this.OPEN) this.heard(typeof data === 'string' ? data : data.buffer)
  }

  end(isError: boolean): void {
    if (this.readyState !== this.CLOSED) this.ended(isError)
  }
}

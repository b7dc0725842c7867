import { createServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

/** Bars of one second, in the past: the venue's clock runs faster than ours. Bar number `n` opens at `base + n` seconds. */
export const base = 1_700_000_000_000

/** As numbers, so that a reader can tell what is missing: bar `n` closes at `n`. */
export type NumberedBar = { time: number; close: number; closed: boolean }

export type NumberedVenue = {
  url: string
  /** The number of the newest bar that has closed. */
  readonly newest: number
  /** Who is subscribed now, as the `?name=` of their connections says. */
  readonly watchers: readonly string[]
  /** Most who were ever subscribed at once, and how often somebody was. */
  readonly most: number
  readonly subscriptions: number
  [Symbol.asyncDispose](): Promise<void>
}

/** A venue that goes on counting, whoever listens: live bars over a socket at `/stream`, closed ones over HTTP at `/bars?start=`. */
export async function startNumberedVenue({ everyMs }: { everyMs: number }): Promise<NumberedVenue> {
  const watchers = new Map<WebSocket, string>()
  let newest = 0
  let most = 0
  let subscriptions = 0

  const barAt = (n: number, closed: boolean): NumberedBar => ({ time: base + n * 1_000, close: n, closed })
  const server = createServer((request, response) => {
    const start = Number(new URL(request.url ?? '/', 'http://venue').searchParams.get('start'))
    const first = Math.max(1, Math.ceil((start - base) / 1_000))
    const bars = Array.from({ length: Math.max(0, newest - first + 1) }, (_, i) => barAt(first + i, true))
    response.setHeader('content-type', 'application/json').end(JSON.stringify(bars))
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket, request) => {
    const name = new URL(request.url ?? '/', 'http://venue').searchParams.get('name') ?? ''
    socket.on('message', (data) => {
      if (String(data) === 'unsubscribe') watchers.delete(socket)
      else {
        watchers.set(socket, name)
        subscriptions++
        most = Math.max(most, watchers.size)
      }
    })
    socket.on('close', () => watchers.delete(socket))
    socket.on('error', () => socket.terminate())
    socket.send('{"hello":true}')
  })
  const send = (bar: NumberedBar) => {
    for (const socket of watchers.keys()) socket.send(JSON.stringify(bar))
  }
  const counting = setInterval(() => {
    newest++
    send(barAt(newest, true))
    send(barAt(newest + 1, false))
  }, everyMs)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    get newest() {
      return newest
    },
    get watchers() {
      return [...watchers.values()]
    },
    get most() {
      return most
    },
    get subscriptions() {
      return subscriptions
    },
    async [Symbol.asyncDispose]() {
      clearInterval(counting)
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

import { type WebSocket, WebSocketServer } from 'ws'
import { pack, unpack } from '../provider/codec/msgpack.ts'

export type FakeSocketVenue = {
  /** `ws://127.0.0.1:port` */
  url: string
  /** Every frame that came, as text, in order. */
  heard: readonly string[]
  /** Paths of the connections that were made. */
  paths: readonly string[]
  /** How many connections are open. */
  readonly open: number
  /** Sends a message to every connection, as JSON where it is no text. */
  send(message: unknown): void
  /** Cuts every connection without a closing word. */
  cut(): void
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** What a venue answers: messages, sent one by one. */
export type FakeSocketProtocol = {
  greet?(path: string): readonly unknown[]
  answer?(message: string, path: string): readonly unknown[]
  /** Over this path both sides speak MessagePack. @default false */
  packs?(path: string): boolean
}

/** A venue for tests that speaks over a real WebSocket server on 127.0.0.1. */
export async function createFakeSocketVenue(protocol: FakeSocketProtocol = {}): Promise<FakeSocketVenue> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const sockets = new Set<WebSocket>()
  const heard: string[] = []
  const paths: string[] = []
  const packed = new Set<WebSocket>()
  const say = (socket: WebSocket, message: unknown) => {
    const text = typeof message === 'string' ? message : JSON.stringify(message)
    socket.send(packed.has(socket) ? pack(JSON.parse(text)) : text)
  }

  server.on('connection', (socket, request) => {
    const path = request.url ?? '/'
    sockets.add(socket)
    if (protocol.packs?.(path)) packed.add(socket)
    paths.push(path)
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (data) => {
      const isPacked = packed.has(socket) && Buffer.isBuffer(data)
      const text = isPacked ? JSON.stringify(unpack(data)) : String(data)
      heard.push(text)
      for (const message of protocol.answer?.(text, path) ?? []) say(socket, message)
    })
    for (const message of protocol.greet?.(path) ?? []) say(socket, message)
  })
  const close = async () => {
    for (const socket of sockets) socket.terminate()
    await new Promise((resolve) => server.close(resolve))
  }

  return {
    url: `ws://127.0.0.1:${port}`,
    heard,
    paths,
    get open() {
      return sockets.size
    },
    send(message) {
      for (const socket of sockets) say(socket, message)
    },
    cut() {
      for (const socket of sockets) socket.terminate()
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

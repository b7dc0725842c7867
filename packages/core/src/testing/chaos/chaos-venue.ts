import { createServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { WebSocketServer } from 'ws'
import { createChaosBook } from './chaos-book.ts'
import { createChaosLine } from './chaos-line.ts'
import { createChaosMarket } from './chaos-market.ts'

export type ChaosVenueOptions = { seed: number; silentMs?: number; slowMs?: number }

/** A venue over real sockets on 127.0.0.1, that trades by itself and fails when it is told to. */
export async function startChaosVenue({ seed, silentMs = 600, slowMs = 600 }: ChaosVenueOptions) {
  const market = createChaosMarket(seed)
  const book = createChaosBook(seed)
  const line = createChaosLine({ market, book, seed, now: Date.now, silentMs, slowMs })

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const number = (name: string) => Number(url.searchParams.get(name))
    const { delayMs } = line.rest
    if (line.rest.refusals > 0) {
      line.rest.refusals--
      response.writeHead(429, { 'retry-after': '1' }).end()
      return
    }
    line.rest.delayMs = 0
    const [start, end] = [number('start'), number('end')]
    const answers: Readonly<Record<string, () => unknown>> = {
      '/bars': () => line.barsOf(start, end),
      '/trades': () => line.tradesOf(start, end, number('limit')),
      '/book': () => line.bookOf(),
    }
    const body = JSON.stringify(answers[url.pathname]?.())
    if (delayMs > 0) await delay(delayMs)
    response.end(body)
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket, request) => {
    const connection = {
      send: (frame: string) => socket.send(frame),
      close: () => socket.close(),
      reset: () => request.socket.resetAndDestroy(),
      freeze: () => socket.pause(),
    }
    const leave = line.connect(connection)
    // It is asked for one thing only.
    socket.on('message', () => line.sendBook(connection))
    socket.on('close', leave)
    socket.on('error', leave)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  let tick = 0
  const trading = setInterval(() => {
    line.trade()
    if (++tick % 5 === 0) line.heartbeat()
  }, 25)

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    market,
    book,
    line,
    /** Trades no more, but stays alive. */
    stopTrading() {
      clearInterval(trading)
      return setInterval(() => line.heartbeat(), 100)
    },
    async [Symbol.asyncDispose]() {
      clearInterval(trading)
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Clock, type Logger, systemClock } from '@starkmatter/core'
import type { FastifyInstance } from 'fastify'
import { WebSocketServer } from 'ws'
import type { Bus } from '../bus/bus.ts'
import type { StreamLimits } from '../gateway/options.ts'
import { isAllowedOrigin } from '../gateway/origins.ts'
import type { Services } from '../gateway/services.ts'
import type { Identity } from '../identity/identity.ts'
import type { Leases } from '../lease/lease.ts'
import { createTally, type StreamSizes } from '../metrics/gateway-metrics.ts'
import { serveConnection } from './connection.ts'
import { createDoorkeeper } from './doorkeeper.ts'
import { createHub } from './hub.ts'
import { closeCodes } from './protocol.ts'

export type StreamOptions = {
  services: Services
  bus: Bus
  leases: Leases
  limits: StreamLimits
  allowedOrigins: readonly string[]
  identity: Identity | undefined
  clock: Clock | undefined
  logger: Logger | undefined
}

const longestMessage = 16_384
/** Leaving topics to other gateways may wait so long for the bus. */
const leaveWithinMs = 2_000

/** Serves the WebSocket protocol at `/v1/stream` on the application's own server. Answers what there is to count. */
export function serveStream(app: FastifyInstance, options: StreamOptions): StreamSizes {
  const { services, bus, leases, limits, allowedOrigins, clock = systemClock, logger } = options
  const { lingerMs, takeOverMs } = limits
  const hub = createHub({ services, bus, leases, lingerMs, takeOverMs, clock, logger })
  // Compression costs seven times the throughput and more memory than all the rest.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: longestMessage,
    perMessageDeflate: false,
  })
  const path = `${app.prefix}/v1/stream`
  const tally = createTally()
  const doorkeeper = createDoorkeeper(options.identity, clock, logger)

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== path) {
      // Left to the other listeners, if there are any.
      if (app.server.listenerCount('upgrade') === 1) refuse(socket, '404 Not Found')
      return
    }
    const { origin, host } = request.headers
    if (!isAllowedOrigin(origin, host, allowedOrigins)) return refuse(socket, '403 Forbidden')
    sockets.handleUpgrade(request, socket, head, (opened) => {
      doorkeeper.receive(opened, request, () =>
        serveConnection(opened, { hub, bus, limits, clock, logger, tally }),
      )
    })
  }
  app.server.on('upgrade', upgrade)

  // Before the server stops listening: it waits for its connections, and a socket would keep it waiting for ever.
  app.addHook('preClose', async () => {
    app.server.off('upgrade', upgrade)
    doorkeeper.close()
    const left = hub.close()
    for (const socket of sockets.clients) {
      socket.close(closeCodes.goingAway, 'going away')
      clock.schedule(1_000, () => socket.terminate())
    }
    await new Promise<void>((resolve) => {
      const cancel = clock.schedule(leaveWithinMs, resolve)
      void left.finally(() => {
        cancel()
        resolve()
      })
    })
    await bus.close()
  })
  return { sockets: () => sockets.clients.size, topics: () => hub.size, tally }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

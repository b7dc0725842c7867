import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { Registry } from 'prom-client'
import { serveAlerts } from '../alerts/serve-alerts.ts'
import { createMemoryBus } from '../bus/memory-bus.ts'
import { admit } from '../identity/access.ts'
import { openDoorRoute } from '../identity/routes/open-door.ts'
import { createMemoryLeases } from '../lease/createMemoryLeases.ts'
import { serveMetrics } from '../metrics/gateway-metrics.ts'
import { measureStore } from '../metrics/measure-store.ts'
import { servePaper } from '../paper/paper.ts'
import { barsRoute } from '../routes/bars.ts'
import { instrumentsRoute } from '../routes/instruments.ts'
import { newsRoute } from '../routes/news.ts'
import { quotesRoute } from '../routes/quotes.ts'
import { searchRoute } from '../routes/search.ts'
import { statusRoute } from '../routes/status.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { serveStream } from '../stream/serve-stream.ts'
import { answerErrors, reasonOf, sendError } from './answer-errors.ts'
import { notFound } from './errors.ts'
import { openApiDocument } from './openapi.ts'
import { type GatewayOptions, streamLimits } from './options.ts'
import { guardAgainstPages } from './pages.ts'
import { addRoute, type Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { createServices } from './services.ts'

/**
 * The gateway as a Fastify plugin: market data over REST under `/v1`, live data at `/v1/stream`, and `/healthz`,
 * `/readyz` and `/metrics`. Register it with a `prefix` to mount it inside an application of your own; its error handling and headers
 * stay within it.
 *
 * @example
 * const app = fastify()
 * await app.register(createGateway({ client: createClient({ providers: [yahoo()] }) }))
 * await app.listen({ port: 3000 })
 */
export function createGateway(options: GatewayOptions): FastifyPluginAsync {
  return async (app) => {
    const { allowedOrigins = [], clock, metrics, metricsPath = '/metrics', identity } = options
    const { bus = createMemoryBus({ clock }), leases = createMemoryLeases({ clock }) } = options
    const { store = createMemoryStore() } = options
    const registry = metrics === false ? undefined : (metrics ?? new Registry())
    const services = createServices(registry ? { ...options, store: measureStore(store, registry) } : options)

    guard(app, options)
    guardAgainstPages(app, allowedOrigins)

    const limits = streamLimits(options.stream)
    const stream = serveStream(app, {
      ...{ services, bus, leases, limits, allowedOrigins, identity },
      ...{ clock, logger: options.logger },
    })
    // Before the routes, whose answers it counts.
    if (registry) serveMetrics(app, stream, { registry, path: metricsPath, isOwn: metrics !== registry })

    const { alerts = {}, logger } = options
    const shared = { services, bus, leases, identity, clock, logger }
    const routes: Route[] = [
      barsRoute(services),
      quotesRoute(services),
      searchRoute(services),
      newsRoute(services),
      statusRoute(services),
      instrumentsRoute(services),
      ...(alerts === false ? [] : serveAlerts(app, { ...shared, options: alerts })),
      ...(identity ? (identity.routes ?? []) : [openDoorRoute]),
      ...(options.paper ? servePaper(app, services, options.paper, options) : []),
    ]
    for (const route of routes) addRoute(app, route, identity)

    const document = JSON.stringify(openApiDocument(routes, app.prefix))
    app.get('/v1/openapi.json', async ({ headers }, reply) => {
      await admit(identity, 'user', headers.authorization)
      return reply.type('application/json').send(document)
    })
    app.get('/healthz', async () => ({ status: 'ok' }))
    let wasReady = false
    app.get('/readyz', async (_request, reply) => {
      const { trouble } = bus
      const missing = services.missing() ?? (wasReady ? undefined : trouble)
      if (missing !== undefined) return reply.code(503).send({ status: 'waiting', reason: missing })
      // A bus that is lost later is lost to all gateways: to turn away what they still answer helps nobody.
      wasReady = true
      return trouble === undefined ? { status: 'ready' } : { status: 'degraded', reason: trouble }
    })

    // Only below our own path: what is not found elsewhere is the application's to answer.
    app.all('/v1/*', (request, reply) => {
      const [path = '/'] = request.url.split('?')
      return sendError(reply, notFound(request.method, path))
    })
  }
}

/** Headers and errors of everything the gateway answers. Bodies are JSON or nothing: what a form of another page can send is not read. */
function guard(app: FastifyInstance, options: GatewayOptions): void {
  const { logger } = options
  const {
    onFault = (error, facts) => logger?.warn('A request failed', { ...facts, reason: reasonOf(error) }),
  } = options
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(securityHeaders)
  })
  answerErrors(app, onFault)
}

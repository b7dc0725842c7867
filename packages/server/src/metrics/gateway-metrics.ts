import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the sockets count while they run: plain numbers, since a frame must cost next to nothing. They only grow. */
export type StreamTally = {
  /** Frames given to sockets. */
  frames: number
  /** Frames that a newer state of the same bar or quote replaced before they were sent. */
  conflated: number
  /** Sockets closed because they read too slowly. */
  slow: number
  /** Sockets closed because they answered no ping. */
  silent: number
}

export function createTally(): StreamTally {
  return { frames: 0, conflated: 0, slow: 0, silent: 0 }
}

/** What can be looked up at the moment somebody asks. */
export type StreamSizes = { sockets(): number; topics(): number; tally: StreamTally }

// From a millisecond, which stored bars take, to the deadline of a call.
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

export type ServeMetricsOptions = {
  registry: Registry
  path: string | false
  /** Whether the gateway made the registry: then the process's own figures are served beside it. */
  isOwn: boolean
}

/** Counts what a gateway does in a registry, and serves it at a path, in the text format of Prometheus. */
export function serveMetrics(app: FastifyInstance, stream: StreamSizes, options: ServeMetricsOptions): void {
  const { registry, path, isOwn } = options
  const registers = [registry]

  const durations = new Histogram({
    name: 'starkmatter_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: seconds,
    registers,
  })
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    // A path is the caller's to choose, and would make a series each: routes are few.
    const route = routeOptions.url ?? 'none'
    durations.observe({ method, route, status: statusCode }, elapsedTime / 1000)
  })

  const sizes = {
    starkmatter_stream_sockets: ['Open WebSockets.', stream.sockets],
    starkmatter_stream_topics: ['Topics that are watched at a provider now.', stream.topics],
  } as const
  for (const [name, [help, size]] of Object.entries(sizes)) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(size())
      },
    })
  }

  const counts = {
    starkmatter_stream_frames_total: ['Frames given to WebSockets.', 'frames'],
    starkmatter_stream_conflated_total: [
      'Frames that a newer state of the same bar or quote replaced before they were sent.',
      'conflated',
    ],
    starkmatter_stream_slow_total: ['WebSockets closed because they read too slowly.', 'slow'],
    starkmatter_stream_silent_total: ['WebSockets closed because they answered no ping.', 'silent'],
  } as const
  for (const [name, [help, count]] of Object.entries(counts)) {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(stream.tally[count])
      },
    })
  }

  if (path === false) return
  const served = isOwn ? Registry.merge([registry, processMetrics()]) : registry
  app.get(path, async (_request, reply) => reply.type(served.contentType).send(await served.metrics()))
}

let ofProcess: Registry | undefined

/** Memory, collections, event loop: watched once, however many gateways a process runs, since watching never ends. */
function processMetrics(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry()
    collectDefaultMetrics({ register: ofProcess })
  }
  return ofProcess
}

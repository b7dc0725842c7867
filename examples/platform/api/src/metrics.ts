import fastify, { type FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Config } from './config.ts'
import type { PlatformLog } from './log.ts'

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/

/** The registry that the platform counts in: the process, the build that it runs, and what its log lost. */
export function openRegistry(
  { STARKMATTER_REVISION: revision = 'unknown' }: Config,
  log: PlatformLog,
): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  new Gauge({
    name: 'starkmatter_build_info',
    help: 'Always 1; its labels say which build runs.',
    labelNames: ['revision', 'node'] as const,
    registers,
  }).set({ revision, node: process.version }, 1)
  new Counter({
    name: 'starkmatter_log_dropped_total',
    help: 'Lines of the log that were dropped, as what reads it fell behind.',
    registers,
    collect() {
      this.reset()
      this.inc(log.dropped())
    },
  })
  return registry
}

/**
 * Where figures are on the port of everything else: there, when only this machine reaches it. They tell strangers how busy the platform is
 * and what it is made of; a port of their own (`METRICS_PORT`) is kept from them by a network's rules, and needs no secret that every
 * scraper would have to hold.
 */
export function metricsPathOf({ HOST: host, METRICS_PORT: port }: Config): string | false {
  return port === undefined && loopback.test(host) ? '/metrics' : false
}

/** An application that serves nothing but the figures. */
export function openMetricsApp(registry: Registry): FastifyInstance {
  const app = fastify()
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
  return app
}

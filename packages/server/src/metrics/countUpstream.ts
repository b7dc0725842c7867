import type { Logger } from '@starkmatter/core'
import { Histogram, type Registry } from 'prom-client'
import * as z from 'zod'

/** What a client logs of each request to a provider. */
const requestFacts = z.object({
  provider: z.string(),
  elapsedMs: z.number(),
  status: z.number().optional(),
  code: z.string().optional(),
})

const seconds = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * Times the requests of a client to its providers in `starkmatter_upstream_duration_seconds`, by provider and outcome: the class of the
 * status (`2xx`, `4xx`), or the code of the error where there was no answer. It reads what the client logs, and passes it on.
 *
 * @example
 * const registry = new Registry()
 * const client = createClient({ providers: [yahoo()], logger: countUpstream(registry) })
 * const gateway = createGateway({ client, metrics: registry })
 */
export function countUpstream(registry: Registry, logger?: Logger): Logger {
  const durations = new Histogram({
    name: 'starkmatter_upstream_duration_seconds',
    help: "Time of one request to a provider, until its answer's head or its failure.",
    labelNames: ['provider', 'outcome'] as const,
    buckets: seconds,
    registers: [registry],
  })
  return {
    debug(message, facts) {
      const read = requestFacts.safeParse(facts)
      if (read.success) {
        const { provider, elapsedMs, status, code } = read.data
        const outcome = status === undefined ? code : `${Math.floor(status / 100)}xx`
        if (outcome !== undefined) durations.observe({ provider, outcome }, elapsedMs / 1000)
      }
      logger?.debug(message, facts)
    },
    warn: (message, facts) => logger?.warn(message, facts),
  }
}

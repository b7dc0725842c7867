import { type Clock, type Logger, systemClock } from '@starkmatter/core'
import type { FastifyInstance } from 'fastify'
import type { Bus } from '../bus/bus.ts'
import type { Route } from '../gateway/route.ts'
import type { Services } from '../gateway/services.ts'
import type { Identity } from '../identity/identity.ts'
import type { Leases } from '../lease/lease.ts'
import { createDispatcher, type Dispatcher, type WebhookOptions } from './deliver/dispatcher.ts'
import { serveAlertEvents } from './routes/alert-events.ts'
import { alertRoutes } from './routes/alert-routes.ts'
import { createEvaluator, type Evaluator } from './watch/evaluator.ts'
import { type Led, lead } from './watch/lead.ts'
import { alertTopic } from './watch/notices.ts'

export type AlertOptions = {
  /** Most alerts of one owner. @default 200 */
  mostAlerts?: number | undefined
  /** How often the news are asked for, where alerts wait for them. @default 300000 */
  newsEveryMs?: number | undefined
  webhooks?: WebhookOptions | undefined
}

export type ServeAlertsOptions = {
  services: Services
  bus: Bus
  leases: Leases
  identity: Identity | undefined
  clock: Clock | undefined
  logger: Logger | undefined
  options: AlertOptions
}

/** How long after a gateway has died another one evaluates its alerts, at the longest. */
const takeOverMs = 10_000
const retryMs = 1_000

/**
 * Serves alerts: their routes, which are answered here, and `/v1/alerts/events`. Once the application is ready, one of the
 * gateways that share the leases evaluates them, and each one sends what is to be sent.
 */
export function serveAlerts(app: FastifyInstance, given: ServeAlertsOptions): Route[] {
  const { services, bus, leases, identity, clock = systemClock, logger, options } = given
  const { mostAlerts = 200, newsEveryMs = 300_000, webhooks = {} } = options
  let evaluator: Evaluator | undefined
  let dispatcher: Dispatcher | undefined
  let leading: Led | undefined
  let isClosed = false
  let cancelStart = () => {}

  const ready = async () => {
    const bars = await services.ready()
    const { alerts } = bars.store
    return { bars, alerts, bus, clock, mostAlerts, allowPrivateWebhooks: webhooks.allowPrivate ?? false }
  }

  async function start(): Promise<void> {
    const { bars, alerts } = await ready()
    if (isClosed) return
    const sender = createDispatcher({ alerts, clock, logger, webhooks })
    dispatcher = sender
    leading = lead({
      ...{ leases, clock, logger, name: 'alerts', ttlMs: takeOverMs },
      async begin() {
        const begun = createEvaluator({ context: bars, alerts, bus, newsEveryMs, onDelivery: sender.wake })
        evaluator = begun
        return {
          async close() {
            evaluator = undefined
            await begun.close()
          },
        }
      },
    })
  }

  function startWhenReady(): void {
    start().catch(() => {
      if (!isClosed) cancelStart = clock.schedule(retryMs, startWhenReady)
    })
  }

  app.addHook('onReady', async () => startWhenReady())
  app.addHook('preClose', async () => {
    isClosed = true
    cancelStart()
    await leading?.close()
    await dispatcher?.close()
  })

  // Test firings are recorded by whichever gateway is asked.
  const stopListening = bus.subscribe(alertTopic, () => dispatcher?.wake())
  app.addHook('preClose', async () => stopListening())

  serveAlertEvents(app, { ready, bus, identity, clock })
  return alertRoutes({ ready, evaluator: () => evaluator })
}

import type { Clock, Logger } from '@starkmatter/core'
import type { AlertStore } from '../../store/alerts/alert-store.ts'
import type { Delivery } from '../alert.ts'
import { type SendWebhookOptions, sendWebhook, type WebhookOutcome } from './send-webhook.ts'
import { newWebhookSecret, signatureHeaders } from './sign.ts'

export type WebhookOptions = {
  /** Deadline of one attempt. @default 10000 */
  timeoutMs?: number | undefined
  /** Allows addresses of private networks, and `http:`. Only where every user may reach them anyway. @default false */
  allowPrivate?: boolean | undefined
}

export type DispatcherOptions = {
  alerts: AlertStore
  clock: Clock
  logger: Logger | undefined
  webhooks?: WebhookOptions | undefined
  send?: typeof sendWebhook
}

/** Brings what is to be sent to the webhooks, from the store: what a process that was killed left is sent by the next one. */
export interface Dispatcher {
  /** Something is due now. */
  wake(): void
  close(): Promise<void>
}

/** Waits between the attempts of one message, ms; after the last one it is dead. As Standard Webhooks suggest. */
export const retryAfterMs: readonly number[] = [
  5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 50_400_000, 72_000_000, 86_400_000,
]

/** Sent at once, at most. */
const atOnce = 16
/** How often the store is looked at without being told. */
const everyMs = 5_000
const longestRetryMs = 86_400_000

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { alerts, clock, logger, webhooks = {}, send = sendWebhook } = options
  const { timeoutMs = 10_000, allowPrivate = false } = webhooks
  const abort = new AbortController()
  const sending: SendWebhookOptions = { timeoutMs, allowPrivate, signal: abort.signal }
  let cancel = () => {}
  let running: Promise<void> | undefined
  let isWoken = false

  async function attempt(delivery: Delivery): Promise<void> {
    const { id, owner, url, payload: body } = delivery
    const secret = await alerts.webhookSecret(owner, newWebhookSecret())
    const headers = signatureHeaders(secret, id, Math.floor(clock.now() / 1000), body)
    const outcome = await send({ url, body, headers }, sending)
    // One that was cut off by the end of the process is sent again by the next.
    if (abort.signal.aborted && !outcome.isDelivered) return
    await alerts.settleDelivery(id, settlementOf(delivery, outcome, clock.now()))
  }

  async function run(): Promise<void> {
    do {
      isWoken = false
      const now = clock.now()
      // Given up by a process that is killed, it is due again after the deadline and some time to write.
      const claimed = await alerts.claimDeliveries({ now, until: now + timeoutMs + 20_000, limit: atOnce })
      const results = await Promise.allSettled(claimed.map(attempt))
      for (const result of results)
        if (result.status === 'rejected')
          logger?.warn('A webhook was not settled', { reason: String(result.reason) })
      isWoken ||= claimed.length === atOnce
    } while (isWoken && !abort.signal.aborted)
  }

  function wake(): void {
    if (abort.signal.aborted) return
    isWoken = true
    running ??= run()
      .catch((error: unknown) => logger?.warn('Webhooks could not be read', { reason: String(error) }))
      .finally(() => {
        running = undefined
        cancel()
        if (!abort.signal.aborted) cancel = clock.schedule(isWoken ? 0 : everyMs, wake)
      })
  }

  wake()
  return {
    wake,
    async close() {
      abort.abort()
      cancel()
      await running
    },
  }
}

/** What an attempt leaves: delivered, dead, or due again, later each time, and by a little chance not all at once. */
export function settlementOf(
  { attempts }: Pick<Delivery, 'attempts'>,
  outcome: WebhookOutcome,
  now: number,
  random = Math.random,
): Pick<Delivery, 'status' | 'dueAt' | 'lastError'> {
  if (outcome.isDelivered) return { status: 'delivered', dueAt: now, lastError: null }
  const { reason: lastError, isFinal, retryAfterMs: asked = 0 } = outcome
  const wait = retryAfterMs[attempts - 1]
  if (isFinal || wait === undefined) return { status: 'dead', dueAt: now, lastError }
  const jitter = 1 + random() / 10
  return {
    status: 'pending',
    dueAt: now + Math.max(wait * jitter, Math.min(asked, longestRetryMs)),
    lastError,
  }
}

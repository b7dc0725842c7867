import type * as z from 'zod'
import type { AlertStore } from '../../store/alerts/alert-store.ts'
import type { Alert, Delivery, Firing } from '../alert.ts'
import { describeAlert } from '../rules/describe.ts'
import type { WatchState } from '../watch/series-watch.ts'
import type { firingSchema } from './alert-schemas.ts'

/** An alert as its owner sees it. */
export function showAlert(alert: Alert, watch: WatchState | undefined) {
  const { owner: _owner, version: _version, since: _since, lastFiredBar: _bar, ...facts } = alert
  return {
    ...facts,
    description: describeAlert(alert),
    watch: alert.status === 'active' ? (watch ?? null) : null,
  }
}

/** Firings as their owner sees them, with what became of their webhooks. */
export async function showFirings(
  alerts: AlertStore,
  owner: string,
  firings: readonly Firing[],
): Promise<z.input<typeof firingSchema>[]> {
  if (firings.length === 0) return []
  const sequences = firings.map(({ sequence }) => sequence)
  const deliveries = new Map(
    (await alerts.listDeliveries(owner, sequences)).map((delivery) => [delivery.sequence, delivery]),
  )
  return firings.map((firing) => {
    const { owner: _owner, occasion: _occasion, ...facts } = firing
    return {
      ...facts,
      values: firing.values.map(({ name, value }) => ({
        name,
        value: Number.isFinite(value) ? value : null,
      })),
      delivery: showDelivery(deliveries.get(firing.sequence)),
    }
  })
}

function showDelivery(delivery: Delivery | undefined): z.input<typeof firingSchema>['delivery'] {
  if (!delivery) return null
  const { status, attempts, dueAt, lastError } = delivery
  return { status, attempts, dueAt, lastError }
}

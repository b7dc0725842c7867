import type { Delivery, Firing } from '../alert.ts'

/** What a webhook says: a type, a time and the firing, as Standard Webhooks recommend. */
export function payloadOf(firing: Firing): string {
  const { owner: _owner, occasion: _occasion, at, barTime, recordedAt, ...facts } = firing
  const iso = (time: number) => new Date(time).toISOString()
  return JSON.stringify({
    type: firing.test ? 'alert.test' : 'alert.fired',
    timestamp: iso(at),
    data: { ...facts, at: iso(at), barTime: iso(barTime), recordedAt: iso(recordedAt) },
  })
}

/** A firing on its way to a webhook, due at once. */
export function deliveryOf(firing: Firing, url: string): Delivery {
  return {
    id: firing.id,
    owner: firing.owner,
    alertId: firing.alertId,
    sequence: firing.sequence,
    url,
    payload: payloadOf(firing),
    status: 'pending',
    attempts: 0,
    dueAt: firing.recordedAt,
    lastError: null,
  }
}

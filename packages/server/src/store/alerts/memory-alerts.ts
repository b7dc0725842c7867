import type { Alert, Delivery, Firing } from '../../alerts/alert.ts'
import { type AlertStore, keptFirings } from './alert-store.ts'

type Owner = { firings: Firing[]; last: number; read: number; secret: string | undefined }

/** Alerts that are gone with the process. */
export function createMemoryAlerts(): AlertStore {
  const alerts = new Map<string, Alert>()
  const owners = new Map<string, Owner>()
  const deliveries = new Map<string, Delivery>()
  const occasions = new Set<string>()
  const cursors = new Map<string, number>()

  const ownerOf = (name: string): Owner => {
    const owner = owners.get(name) ?? { firings: [], last: 0, read: 0, secret: undefined }
    owners.set(name, owner)
    return owner
  }
  const occasionOf = ({ alertId, occasion }: Pick<Firing, 'alertId' | 'occasion'>) => `${alertId} ${occasion}`
  const ownAlerts = (owner: string) => [...alerts.values()].filter((alert) => alert.owner === owner)

  function forget(firing: Firing): void {
    occasions.delete(occasionOf(firing))
    for (const { id, owner, sequence } of deliveries.values())
      if (owner === firing.owner && sequence === firing.sequence) deliveries.delete(id)
  }

  return {
    async addAlert(alert, most) {
      if (ownAlerts(alert.owner).length >= most) return false
      alerts.set(alert.id, alert)
      return true
    },

    async findAlert(owner, id) {
      const alert = alerts.get(id)
      return alert?.owner === owner ? alert : undefined
    },

    listAlerts: async (owner) => ownAlerts(owner),

    listActiveAlerts: async () => [...alerts.values()].filter(({ status }) => status === 'active'),

    async changeAlert(alert) {
      if (alerts.get(alert.id)?.version !== alert.version - 1) return false
      alerts.set(alert.id, alert)
      return true
    },

    async removeAlert(owner, id) {
      if (alerts.get(id)?.owner !== owner) return false
      alerts.delete(id)
      for (const delivery of deliveries.values())
        if (delivery.alertId === id && delivery.status === 'pending') deliveries.delete(delivery.id)
      return true
    },

    async recordFiring({ firing: given, alert, delivery }) {
      if (occasions.has(occasionOf(given))) return 'repeated'
      if (alert && alerts.get(alert.id)?.version !== alert.version - 1) return 'changed'
      const owner = ownerOf(given.owner)
      const firing = { ...given, sequence: owner.last + 1 }
      // Made before anything is changed: all of it, or nothing.
      const sent = delivery?.(firing)
      owner.last = firing.sequence
      owner.firings.push(firing)
      occasions.add(occasionOf(firing))
      if (owner.firings.length > keptFirings) for (const old of owner.firings.splice(0, 1)) forget(old)
      if (alert) alerts.set(alert.id, alert)
      if (sent) deliveries.set(sent.id, sent)
      return firing
    },

    async listFirings(name, { alertId, after, before = Number.POSITIVE_INFINITY, limit }) {
      const own = ownerOf(name).firings.filter((one) => alertId === undefined || one.alertId === alertId)
      if (after !== undefined) return own.filter(({ sequence }) => sequence > after).slice(0, limit)
      return own
        .filter(({ sequence }) => sequence < before)
        .slice(-limit)
        .toReversed()
    },

    async getUnread(name) {
      const { last, read } = ownerOf(name)
      return { last, read }
    },

    async markRead(name, sequence) {
      const owner = ownerOf(name)
      owner.read = Math.max(owner.read, Math.min(sequence, owner.last))
    },

    async webhookSecret(name, otherwise) {
      const owner = ownerOf(name)
      owner.secret ??= otherwise
      return owner.secret
    },

    async replaceWebhookSecret(name, secret) {
      ownerOf(name).secret = secret
    },

    async claimDeliveries({ now, until, limit }) {
      const due = [...deliveries.values()]
        .filter(({ status, dueAt }) => status === 'pending' && dueAt <= now)
        .sort((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit)
      return due.map((delivery) => {
        const claimed = { ...delivery, attempts: delivery.attempts + 1, dueAt: until }
        deliveries.set(delivery.id, claimed)
        return claimed
      })
    },

    async settleDelivery(id, outcome) {
      const delivery = deliveries.get(id)
      if (delivery) deliveries.set(id, { ...delivery, ...outcome })
    },

    async listDeliveries(owner, sequences) {
      return [...deliveries.values()].filter(
        (delivery) => delivery.owner === owner && sequences.includes(delivery.sequence),
      )
    },

    listCursors: async () => new Map(cursors),

    async saveCursors(saved) {
      for (const [series, time] of saved) cursors.set(series, Math.max(time, cursors.get(series) ?? time))
    },
  }
}

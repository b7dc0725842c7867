import * as z from 'zod'
import type { Alert, Delivery, Firing } from '../../alerts/alert.ts'
import type { SqlConnection, SqlRow, SqlSession } from '../sql-connection.ts'
import { type AlertStore, keptFirings } from './alert-store.ts'

const storedAlert = z.custom<Alert>((value) => typeof value === 'object' && value !== null)
const storedFiring = z.custom<Omit<Firing, 'sequence'>>(
  (value) => typeof value === 'object' && value !== null,
)

const deliveryRow = z.object({
  id: z.string(),
  owner: z.string(),
  sequence: z.number(),
  alertId: z.string(),
  url: z.string(),
  payload: z.string(),
  status: z.enum(['pending', 'delivered', 'dead']),
  attempts: z.number(),
  dueAt: z.number(),
  lastError: z.string().nullable(),
})

const deliveryColumns = `
  id, owner, sequence, alert_id AS "alertId", url, payload, status, attempts, due_at AS "dueAt", last_error AS "lastError"`

/** Alerts in a PostgreSQL database, embedded or not. */
export function sqlAlerts(connection: SqlConnection): AlertStore {
  return {
    addAlert(alert, most) {
      return connection.transaction(async (session) => {
        // Two at once must not both find the last place free.
        await lockOwner(session, alert.owner)
        const [row] = await session.query(`SELECT count(*) AS count FROM alerts WHERE owner = $1`, [
          alert.owner,
        ])
        if (Number(row?.count) >= most) return false
        const { id, owner, status, version, createdAt } = alert
        const values = [id, owner, status, version, createdAt, JSON.stringify(alert)]
        await session.query(`INSERT INTO alerts VALUES ($1, $2, $3, $4, $5, $6)`, values)
        return true
      })
    },

    async findAlert(owner, id) {
      const [row] = await connection.query(`SELECT alert FROM alerts WHERE owner = $1 AND id = $2`, [
        owner,
        id,
      ])
      return row && toAlert(row)
    },

    async listAlerts(owner) {
      const text = `SELECT alert FROM alerts WHERE owner = $1 ORDER BY created_at, id`
      return (await connection.query(text, [owner])).map(toAlert)
    },

    async listActiveAlerts() {
      return (await connection.query(`SELECT alert FROM alerts WHERE status = 'active'`)).map(toAlert)
    },

    changeAlert: (alert) => replaceAlert(connection, alert),

    removeAlert(owner, id) {
      return connection.transaction(async (session) => {
        const text = `DELETE FROM alerts WHERE owner = $1 AND id = $2 RETURNING id`
        if ((await session.query(text, [owner, id])).length === 0) return false
        await session.query(`DELETE FROM alert_deliveries WHERE alert_id = $1 AND status = 'pending'`, [id])
        return true
      })
    },

    recordFiring({ firing: given, alert, delivery }) {
      return connection.transaction(async (session) => {
        const { owner, alertId, occasion } = given
        const sequence = (await lockOwner(session, owner)) + 1
        const [known] = await session.query(
          `SELECT 1 FROM alert_firings WHERE alert_id = $1 AND occasion = $2`,
          [alertId, occasion],
        )
        if (known) return 'repeated'
        if (alert && !(await replaceAlert(session, alert))) return 'changed'
        const firing: Firing = { ...given, sequence }
        await session.query(`INSERT INTO alert_firings VALUES ($1, $2, $3, $4, $5)`, [
          ...[owner, sequence, alertId, occasion],
          JSON.stringify(given),
        ])
        await session.query(`UPDATE alert_owners SET last_sequence = $2 WHERE owner = $1`, [owner, sequence])
        await session.query(`DELETE FROM alert_firings WHERE owner = $1 AND sequence <= $2`, [
          owner,
          sequence - keptFirings,
        ])
        const sent = delivery?.(firing)
        if (sent) await insertDelivery(session, sent)
        return firing
      })
    },

    async listFirings(owner, { alertId, after, before, limit }) {
      const order = after === undefined ? 'DESC' : 'ASC'
      const rows = await connection.query(
        `SELECT sequence, firing FROM alert_firings
          WHERE owner = $1 AND sequence > $2 AND sequence < $3 AND ($4::text IS NULL OR alert_id = $4)
          ORDER BY sequence ${order} LIMIT $5`,
        [owner, after ?? 0, before ?? Number.MAX_SAFE_INTEGER, alertId ?? null, limit],
      )
      return rows.map(toFiring)
    },

    async getUnread(owner) {
      const [row] = await connection.query(`SELECT * FROM alert_owners WHERE owner = $1`, [owner])
      return { last: Number(row?.last_sequence ?? 0), read: Number(row?.read_sequence ?? 0) }
    },

    async markRead(owner, sequence) {
      await connection.query(
        `UPDATE alert_owners SET read_sequence = greatest(read_sequence, least($2, last_sequence)) WHERE owner = $1`,
        [owner, sequence],
      )
    },

    async webhookSecret(owner, otherwise) {
      const [row] = await connection.query(
        `INSERT INTO alert_owners (owner, webhook_secret) VALUES ($1, $2)
         ON CONFLICT (owner) DO UPDATE SET webhook_secret = coalesce(alert_owners.webhook_secret, excluded.webhook_secret)
         RETURNING webhook_secret AS secret`,
        [owner, otherwise],
      )
      return String(row?.secret)
    },

    async replaceWebhookSecret(owner, secret) {
      await connection.query(
        `INSERT INTO alert_owners (owner, webhook_secret) VALUES ($1, $2)
         ON CONFLICT (owner) DO UPDATE SET webhook_secret = excluded.webhook_secret`,
        [owner, secret],
      )
    },

    async claimDeliveries({ now, until, limit }) {
      const rows = await connection.query(
        `UPDATE alert_deliveries SET attempts = attempts + 1, due_at = $2
          WHERE id IN (SELECT id FROM alert_deliveries WHERE status = 'pending' AND due_at <= $1
                        ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
          RETURNING ${deliveryColumns}`,
        [now, until, limit],
      )
      return rows.map(toDelivery)
    },

    async settleDelivery(id, { status, dueAt, lastError }) {
      const text = `UPDATE alert_deliveries SET status = $2, due_at = $3, last_error = $4 WHERE id = $1`
      await connection.query(text, [id, status, dueAt, lastError])
    },

    async listDeliveries(owner, sequences) {
      const text = `SELECT ${deliveryColumns} FROM alert_deliveries WHERE owner = $1 AND sequence = ANY($2::float8[])`
      return (await connection.query(text, [owner, sequences])).map(toDelivery)
    },

    async listCursors() {
      const rows = await connection.query(`SELECT series, until FROM alert_cursors`)
      return new Map(rows.map(({ series, until }) => [String(series), Number(until)]))
    },

    async saveCursors(cursors) {
      await connection.query(
        `INSERT INTO alert_cursors SELECT * FROM unnest($1::text[], $2::float8[])
         ON CONFLICT (series) DO UPDATE SET until = greatest(alert_cursors.until, excluded.until)`,
        [[...cursors.keys()], [...cursors.values()]],
      )
    },
  }
}

/** Shuts out others who fire alerts of this owner until the transaction ends. Answers the newest place. */
async function lockOwner(session: SqlSession, owner: string): Promise<number> {
  await session.query(`INSERT INTO alert_owners (owner) VALUES ($1) ON CONFLICT DO NOTHING`, [owner])
  const text = `SELECT last_sequence AS last FROM alert_owners WHERE owner = $1 FOR UPDATE`
  const [row] = await session.query(text, [owner])
  return Number(row?.last)
}

async function replaceAlert(session: SqlSession, alert: Alert): Promise<boolean> {
  const { id, status, version } = alert
  const rows = await session.query(
    `UPDATE alerts SET status = $2, version = $3, alert = $4 WHERE id = $1 AND version = $5 RETURNING id`,
    [id, status, version, JSON.stringify(alert), version - 1],
  )
  return rows.length > 0
}

async function insertDelivery(session: SqlSession, delivery: Delivery): Promise<void> {
  const { id, owner, sequence, alertId, url, payload, status, attempts, dueAt, lastError } = delivery
  await session.query(`INSERT INTO alert_deliveries VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, [
    ...[id, owner, sequence, alertId, url, payload, status, attempts, dueAt],
    lastError,
  ])
}

const toAlert = (row: SqlRow): Alert => storedAlert.parse(JSON.parse(String(row.alert)))

function toFiring({ sequence, firing }: SqlRow): Firing {
  return { ...storedFiring.parse(JSON.parse(String(firing))), sequence: Number(sequence) }
}

const toDelivery = (row: SqlRow): Delivery => deliveryRow.parse(row)

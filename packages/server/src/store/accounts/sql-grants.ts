import * as z from 'zod'
import type { SqlConnection } from '../sql-connection.ts'
import type { GrantStore } from './grant-store.ts'

const grantRow = z.object({
  kind: z.enum(['invitation', 'ticket', 'sign-in']),
  hash: z.string(),
  data: z.string(),
  expiresAt: z.number(),
})
const grantColumns = `kind, hash, data, expires_at AS "expiresAt"`
const isValid = `kind = $1 AND hash = $2 AND expires_at > $3`

const signingKeyRow = z.object({ id: z.string(), jwk: z.string(), createdAt: z.number() })

export function sqlGrants(connection: SqlConnection): GrantStore {
  return {
    async addGrant({ kind, hash, data, expiresAt }) {
      await connection.query(`INSERT INTO grants VALUES ($1, $2, $3, $4)`, [kind, hash, data, expiresAt])
    },

    async findGrant(...values) {
      const [row] = await connection.query(`SELECT ${grantColumns} FROM grants WHERE ${isValid}`, values)
      return row && grantRow.parse(row)
    },

    async takeGrant(...values) {
      const text = `DELETE FROM grants WHERE ${isValid} RETURNING ${grantColumns}`
      const [row] = await connection.query(text, values)
      return row && grantRow.parse(row)
    },

    async listGrants(kind, now) {
      const text = `SELECT ${grantColumns} FROM grants WHERE kind = $1 AND expires_at > $2 ORDER BY expires_at`
      return (await connection.query(text, [kind, now])).map((row) => grantRow.parse(row))
    },

    async listSigningKeys() {
      const text = `SELECT id, jwk, created_at AS "createdAt" FROM signing_keys ORDER BY created_at DESC, id`
      return (await connection.query(text)).map((row) => signingKeyRow.parse(row))
    },

    async addSigningKey({ id, jwk, createdAt }) {
      await connection.query(`INSERT INTO signing_keys VALUES ($1, $2, $3)`, [id, jwk, createdAt])
    },

    async prune({ now, usedBefore, signedBefore }) {
      await connection.query(`DELETE FROM grants WHERE expires_at <= $1`, [now])
      await connection.query(`DELETE FROM sessions WHERE expires_at <= $1`, [now])
      await connection.query(`DELETE FROM refresh_tokens WHERE used_at < $1`, [usedBefore])
      await connection.query(`DELETE FROM signing_keys WHERE created_at < $1`, [signedBefore])
    },
  }
}

import * as z from 'zod'
import type { SqlConnection } from '../sql-connection.ts'
import { accountColumns, accountRow } from './account-row.ts'
import type { SessionStore } from './session-store.ts'

const sessionRow = z.object({
  id: z.string(),
  accountId: z.string(),
  createdAt: z.number(),
  usedAt: z.number(),
  expiresAt: z.number(),
  userAgent: z.string().nullable(),
  address: z.string(),
})

const sessionColumns = `
  s.id, s.account_id AS "accountId", s.created_at AS "createdAt", s.used_at AS "usedAt",
  s.expires_at AS "expiresAt", s.user_agent AS "userAgent", s.address`

const tokenRow = z.object({
  sessionId: z.string(),
  usedAt: z.number().nullable(),
  seed: z.string().nullable(),
})
const tokenColumns = `session_id AS "sessionId", used_at AS "usedAt", seed`

export function sqlSessions(connection: SqlConnection): SessionStore {
  const findRefreshToken: SessionStore['findRefreshToken'] = async (hash) => {
    const [row] = await connection.query(`SELECT ${tokenColumns} FROM refresh_tokens WHERE hash = $1`, [hash])
    return row && tokenRow.parse(row)
  }
  return {
    async addSession({ id, accountId, createdAt, usedAt, expiresAt, userAgent, address }) {
      const values = [id, accountId, createdAt, usedAt, expiresAt, userAgent, address]
      await connection.query(`INSERT INTO sessions VALUES ($1, $2, $3, $4, $5, $6, $7)`, values)
    },

    async findSession(id) {
      const [[sessionFound], [accountFound]] = await Promise.all([
        connection.query(`SELECT ${sessionColumns} FROM sessions s WHERE s.id = $1`, [id]),
        connection.query(
          `SELECT ${accountColumns} FROM accounts a JOIN sessions s ON s.account_id = a.id WHERE s.id = $1`,
          [id],
        ),
      ])
      if (!sessionFound || !accountFound) return undefined
      return { session: sessionRow.parse(sessionFound), account: accountRow.parse(accountFound) }
    },

    async listSessions(accountId) {
      const text = `SELECT ${sessionColumns} FROM sessions s WHERE s.account_id = $1 ORDER BY s.used_at DESC, s.id`
      return (await connection.query(text, [accountId])).map((row) => sessionRow.parse(row))
    },

    async touchSession(id, usedAt, address) {
      const values = [id, usedAt, address]
      await connection.query(`UPDATE sessions SET used_at = $2, address = $3 WHERE id = $1`, values)
    },

    async removeSession(accountId, id) {
      const text = `DELETE FROM sessions WHERE account_id = $1 AND id = $2 RETURNING id`
      return (await connection.query(text, [accountId, id])).length > 0
    },

    async removeSessions(accountId, exceptId = '') {
      await connection.query(`DELETE FROM sessions WHERE account_id = $1 AND id <> $2`, [accountId, exceptId])
    },

    async addRefreshToken(hash, sessionId) {
      // Of a session that was ended meanwhile there is none.
      await connection.query(
        `INSERT INTO refresh_tokens (hash, session_id) SELECT $1, id FROM sessions WHERE id = $2
         ON CONFLICT (hash) DO NOTHING`,
        [hash, sessionId],
      )
    },

    findRefreshToken,

    async takeRefreshToken(hash, { at, seed }) {
      const [row] = await connection.query(
        `UPDATE refresh_tokens SET used_at = $2, seed = $3 WHERE hash = $1 AND used_at IS NULL RETURNING ${tokenColumns}`,
        [hash, at, seed],
      )
      if (row) return { token: tokenRow.parse(row), isFirst: true }
      const token = await findRefreshToken(hash)
      return token && { token, isFirst: false }
    },
  }
}

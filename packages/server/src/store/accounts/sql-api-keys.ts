import * as z from 'zod'
import type { SqlConnection } from '../sql-connection.ts'
import { accountColumns, accountRow } from './account-row.ts'
import type { ApiKeyStore } from './api-key-store.ts'

const keyRow = z.object({
  id: z.string(),
  accountId: z.string(),
  name: z.string(),
  prefix: z.string(),
  hash: z.string(),
  createdAt: z.number(),
  usedAt: z.number().nullable(),
})

const keyColumns = `
  k.id, k.account_id AS "accountId", k.name, k.prefix, k.hash, k.created_at AS "createdAt", k.used_at AS "usedAt"`

export function sqlApiKeys(connection: SqlConnection): ApiKeyStore {
  return {
    async addApiKey({ id, accountId, name, prefix, hash, createdAt, usedAt }) {
      const values = [id, accountId, name, prefix, hash, createdAt, usedAt]
      await connection.query(`INSERT INTO api_keys VALUES ($1, $2, $3, $4, $5, $6, $7)`, values)
    },

    async findApiKey(hash) {
      const [row] = await connection.query(`SELECT ${keyColumns} FROM api_keys k WHERE k.hash = $1`, [hash])
      if (!row) return undefined
      const key = keyRow.parse(row)
      const text = `SELECT ${accountColumns} FROM accounts a WHERE a.id = $1`
      const [account] = await connection.query(text, [key.accountId])
      return account && { key, account: accountRow.parse(account) }
    },

    hasApiKey: async (id) =>
      (await connection.query(`SELECT 1 FROM api_keys WHERE id = $1`, [id])).length > 0,

    async listApiKeys(accountId) {
      const text = `SELECT ${keyColumns} FROM api_keys k WHERE k.account_id = $1 ORDER BY k.created_at, k.id`
      return (await connection.query(text, [accountId])).map((row) => keyRow.parse(row))
    },

    async touchApiKey(id, usedAt) {
      await connection.query(`UPDATE api_keys SET used_at = $2 WHERE id = $1`, [id, usedAt])
    },

    async removeApiKey(accountId, id) {
      const text = `DELETE FROM api_keys WHERE account_id = $1 AND id = $2 RETURNING id`
      return (await connection.query(text, [accountId, id])).length > 0
    },
  }
}

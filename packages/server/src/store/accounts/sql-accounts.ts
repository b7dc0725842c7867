import type { SqlConnection, SqlSession } from '../sql-connection.ts'
import { accountColumns, accountRow } from './account-row.ts'
import { type AccountStore, type ExternalIdentity, nameKey } from './account-store.ts'
import { sqlApiKeys } from './sql-api-keys.ts'
import { sqlGrants } from './sql-grants.ts'
import { sqlSessions } from './sql-sessions.ts'

/** Accounts in a PostgreSQL database, embedded or not. */
export function sqlAccounts(connection: SqlConnection): AccountStore {
  const find = async (condition: string, values: readonly string[]) => {
    const [row] = await connection.query(`SELECT ${accountColumns} FROM accounts a ${condition}`, values)
    return row && accountRow.parse(row)
  }
  return {
    ...sqlSessions(connection),
    ...sqlApiKeys(connection),
    ...sqlGrants(connection),

    hasAccounts: async () => (await connection.query(`SELECT 1 FROM accounts LIMIT 1`)).length > 0,

    async addAccount({ id, name, role, passwordHash, createdAt }, { invitation, external } = {}) {
      try {
        await connection.transaction(async (session) => {
          const added = await session.query(
            `INSERT INTO accounts VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (name_key) DO NOTHING RETURNING id`,
            [id, name, nameKey(name), role, passwordHash, createdAt],
          )
          if (added.length === 0) throw new Undone('name-taken')
          if (external && !(await link(session, id, external))) throw new Undone('identity-taken')
          if (invitation !== undefined) {
            const taken = await session.query(
              `DELETE FROM grants WHERE kind = 'invitation' AND hash = $1 AND expires_at > $2 RETURNING hash`,
              [invitation, createdAt],
            )
            if (taken.length === 0) throw new Undone('not-invited')
          }
        })
        return 'added'
      } catch (error) {
        if (error instanceof Undone) return error.reason
        throw error
      }
    },

    findAccount: (id) => find(`WHERE a.id = $1`, [id]),
    findAccountByName: (name) => find(`WHERE a.name_key = $1`, [nameKey(name)]),
    findAccountByIdentity: ({ issuer, subject }) =>
      find(`JOIN identities i ON i.account_id = a.id WHERE i.issuer = $1 AND i.subject = $2`, [
        issuer,
        subject,
      ]),

    async listAccounts() {
      const rows = await connection.query(`SELECT ${accountColumns} FROM accounts a ORDER BY created_at, id`)
      return rows.map((row) => accountRow.parse(row))
    },

    async changeAccount(id, { passwordHash = null, role = null }) {
      await connection.query(
        `UPDATE accounts SET password_hash = coalesce($2, password_hash), role = coalesce($3, role) WHERE id = $1`,
        [id, passwordHash, role],
      )
    },

    removeAccount: async (id) =>
      (await connection.query(`DELETE FROM accounts WHERE id = $1 RETURNING id`, [id])).length > 0,
  }
}

async function link(session: SqlSession, accountId: string, { issuer, subject }: ExternalIdentity) {
  const rows = await session.query(
    `INSERT INTO identities VALUES ($1, $2, $3) ON CONFLICT (issuer, subject) DO NOTHING RETURNING account_id`,
    [issuer, subject, accountId],
  )
  return rows.length > 0
}

type Obstacle = 'name-taken' | 'not-invited' | 'identity-taken'

/** Rolls a transaction back that has an answer to give. */
class Undone extends Error {
  readonly reason: Obstacle

  constructor(reason: Obstacle) {
    super(reason)
    this.reason = reason
  }
}

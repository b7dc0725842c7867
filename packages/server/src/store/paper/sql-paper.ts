import * as z from 'zod'
import { paperEventSchema } from '../../paper/engine/events.ts'
import type { SqlConnection } from '../sql-connection.ts'
import type { PaperStore } from './paper-store.ts'

const accountRow = z.object({
  id: z.string(),
  owner: z.string(),
  name: z.string(),
  createdAt: z.number(),
  sequence: z.number(),
  isActive: z.boolean(),
})
const selectAccounts = `
  SELECT id, owner, name, created_at AS "createdAt", sequence, is_active AS "isActive" FROM paper_accounts`

const journalRow = z.object({ sequence: z.number(), event: z.string() })

/** Paper accounts in a PostgreSQL database, embedded or not. Amounts are decimal text within the events: no digit is lost. */
export function sqlPaper(connection: SqlConnection): PaperStore {
  const select = async (rest: string, values: readonly string[] = []) =>
    (await connection.query(`${selectAccounts} ${rest}`, values)).map((row) => accountRow.parse(row))
  return {
    addAccount({ id, owner, name, createdAt }, opened, most) {
      return connection.transaction(async (session) => {
        // Two at once would both count too few.
        await session.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`paper ${owner}`])
        const [row] = await session.query(`SELECT count(*) AS count FROM paper_accounts WHERE owner = $1`, [
          owner,
        ])
        if (Number(row?.count) >= most) return false
        await session.query(`INSERT INTO paper_accounts VALUES ($1, $2, $3, $4, 1, false)`, [
          id,
          owner,
          name,
          createdAt,
        ])
        await session.query(`INSERT INTO paper_journal VALUES ($1, 1, $2)`, [id, JSON.stringify(opened)])
        return true
      })
    },

    findAccount: async (id) => (await select(`WHERE id = $1`, [id]))[0],
    listAccounts: (owner) => select(`WHERE owner = $1 ORDER BY created_at, id`, [owner]),
    listActive: () => select(`WHERE is_active ORDER BY id`),

    async removeAccount(id) {
      return (
        (await connection.query(`DELETE FROM paper_accounts WHERE id = $1 RETURNING id`, [id])).length > 0
      )
    },

    append(id, { after, events, isActive }) {
      return connection.transaction(async (session) => {
        const newest = after + events.length
        // The row is held until the end: who comes second finds another number.
        const moved = await session.query(
          `UPDATE paper_accounts SET sequence = $3, is_active = $4 WHERE id = $1 AND sequence = $2 RETURNING id`,
          [id, after, newest, isActive],
        )
        if (moved.length === 0) return false
        await session.query(
          `INSERT INTO paper_journal SELECT $1, number, event FROM unnest($2::integer[], $3::text[]) AS added(number, event)`,
          [id, events.map((_, index) => after + index + 1), events.map((event) => JSON.stringify(event))],
        )
        return true
      })
    },

    async readJournal(id, after, limit) {
      const rows = await connection.query(
        `SELECT sequence, event FROM paper_journal WHERE account_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3`,
        [id, after, limit],
      )
      return rows.map((row) => {
        const { sequence, event } = journalRow.parse(row)
        return { sequence, event: paperEventSchema.parse(JSON.parse(event)) }
      })
    },
  }
}

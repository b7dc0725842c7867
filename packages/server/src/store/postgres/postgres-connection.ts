import { TimeoutError } from '@starkmatter/core'
import type { Pool, PoolClient } from 'pg'
import type { NumberColumns, SqlConnection, SqlSession } from '../sql-connection.ts'
import { explainError, isOfConnection } from './explain-error.ts'

/**
 * A pool as one connection. Every statement has a deadline of its own, so that a server that is there but silent holds up nobody for
 * longer; what was on a lost or late connection is opened anew by the next statement.
 */
export function connectPostgres(pool: Pool, place: string, timeoutMs: number): SqlConnection {
  // Who waits for an answer is told by it; to everybody else a lost connection is no news.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const explain = (error: unknown) => explainError(error, place)

  /** Rejects at the deadline, and has the server stop. */
  const inTime = <result>(answer: Promise<result>, client: PoolClient) =>
    new Promise<result>((resolve, reject) => {
      const deadline = setTimeout(() => {
        reject(new TimeoutError(`${place} did not answer within ${timeoutMs} ms.`, { timeoutMs }))
        // Where it cannot be told, it has gone, too.
        pool.query(cancelStatement, [processOf(client)]).catch(() => {})
      }, timeoutMs)
      answer.then(resolve, (error: unknown) => reject(explain(error))).finally(() => clearTimeout(deadline))
    })

  /** Runs on one connection, which is dropped where its state is not known. */
  async function onClient<result>(run: (session: SqlSession) => Promise<result>): Promise<result> {
    const client = await pool.connect().catch((error: unknown) => {
      throw explain(error)
    })
    let isLost = false
    const query: SqlSession['query'] = async (text, values = []) => {
      try {
        return (await inTime(client.query(text, [...values]), client)).rows
      } catch (error) {
        isLost ||= isOfConnection(error)
        throw error
      }
    }
    const session: SqlSession = {
      query,
      async copyIn(table, columns) {
        for (const { text, values } of insertStatements(table, columns)) await query(text, values)
      },
    }
    try {
      return await run(session)
    } finally {
      client.release(isLost)
    }
  }

  const transaction = <result>(run: (session: SqlSession) => Promise<result>) =>
    onClient(async (session) => {
      await session.query('BEGIN')
      try {
        const result = await run(session)
        await session.query('COMMIT')
        return result
      } catch (error) {
        // A lost connection has rolled back by itself.
        if (!isOfConnection(error)) await session.query('ROLLBACK').catch(() => {})
        throw error
      }
    })

  return {
    query: (text, values) => onClient((session) => session.query(text, values)),
    copyIn: (table, columns) => onClient((session) => session.copyIn(table, columns)),
    transaction,
    // What is under way is waited for, as each statement ends at its deadline.
    close: () => pool.end(),
  }
}

// Of our own processes only: a pooler in between names others than the server's.
const cancelStatement = `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND application_name = current_setting('application_name')`

/** The server's process behind a connection; its declarations leave it out. */
function processOf(client: PoolClient): number {
  return 'processID' in client ? Number(client.processID) : 0
}

/** Rows per statement: large enough to be fast, small enough to stay far within a deadline. */
const rowsPerStatement = 20_000

/** Inserts that take each column as one array, written as its text here, because the driver would quote every number. */
function* insertStatements(table: string, columns: NumberColumns) {
  const cells = Object.entries(columns).map(([name, column], index) => ({
    name,
    column,
    place: `$${index + 1}`,
  }))
  const lists = cells.filter(({ column }) => typeof column !== 'number')
  const list = (texts: readonly string[]) => texts.join(', ')
  const text = `
    INSERT INTO ${table} (${list(cells.map(({ name }) => name))})
    SELECT ${list(cells.map((cell) => (lists.includes(cell) ? cell.name : `${cell.place}::float8`)))}
      FROM unnest(${list(lists.map(({ place }) => `${place}::text::float8[]`))}) AS rows(${list(lists.map(({ name }) => name))})`
  const [length = 0] = cells.flatMap(({ column }) => (typeof column === 'number' ? [] : [column.length]))
  for (let from = 0; from < length; from += rowsPerStatement) {
    const values = cells.map(({ column }) =>
      typeof column === 'number' ? column : arrayText(column.subarray(from, from + rowsPerStatement)),
    )
    yield { text, values }
  }
}

/** An array of PostgreSQL, NaN as NULL. */
function arrayText(numbers: Float64Array): string {
  return `{${Array.from(numbers, (value) => (Number.isNaN(value) ? 'NULL' : value)).join(',')}}`
}

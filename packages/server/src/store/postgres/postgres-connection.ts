import { TimeoutError } from '@starkmatter/core'
import type { ISql, PendingQuery, Row, Sql } from 'postgres'
import type { NumberColumns, SqlConnection, SqlRow, SqlSession, SqlValue } from '../sql-connection.ts'
import { explainError } from './explain-error.ts'

/**
 * The driver's connections as one. Every statement has a deadline of its own, so that a server that is there but silent holds up
 * nobody for longer; a connection that was lost is opened anew by the next statement.
 */
export function connectPostgres(sql: Sql, place: string, timeoutMs: number): SqlConnection {
  const explain = (error: unknown) => explainError(error, place, timeoutMs)
  const rejectWhenLate = (reject: (error: unknown) => void, giveUp = () => {}) =>
    setTimeout(() => {
      reject(new TimeoutError(`${place} did not answer within ${timeoutMs} ms.`, { timeoutMs }))
      giveUp()
    }, timeoutMs)

  const sessionOf = (on: ISql): SqlSession => {
    const query = (text: string, values: readonly SqlValue[] = []) =>
      new Promise<readonly SqlRow[]>((resolve, reject) => {
        const pending: PendingQuery<Row[]> = on.unsafe(text, values.map(toParameter))
        const deadline = rejectWhenLate(reject, () => pending.cancel())
        pending
          .then(resolve, (error: unknown) => reject(explain(error)))
          .finally(() => clearTimeout(deadline))
      })
    return {
      query,
      async copyIn(table, columns) {
        for (const { text, values } of insertStatements(table, columns)) await query(text, values)
      },
    }
  }

  const transaction = <result>(run: (session: SqlSession) => Promise<result>) =>
    new Promise<result>((resolve, reject) => {
      // BEGIN and COMMIT are sent by the driver, which goes on waiting where a caller is told at once.
      let isTold = false
      const tell = (error: unknown) => {
        isTold = true
        reject(error)
      }
      let deadline = rejectWhenLate(tell)
      sql
        .begin(async (on) => {
          clearTimeout(deadline)
          if (isTold) throw new Error('Nobody waits for this transaction any more.')
          try {
            return { result: await run(sessionOf(on)) }
          } catch (error) {
            tell(error)
            throw error
          } finally {
            deadline = rejectWhenLate(tell)
          }
        })
        .then(({ result }) => resolve(result))
        .catch((error: unknown) => reject(explain(error)))
        .finally(() => clearTimeout(deadline))
    })

  const underWay = new Set<Promise<unknown>>()
  const tracked = <result>(started: Promise<result>) => {
    underWay.add(started)
    const forget = () => underWay.delete(started)
    started.then(forget, forget)
    return started
  }
  const { query, copyIn } = sessionOf(sql)
  return {
    query: (text, values) => tracked(query(text, values)),
    copyIn: (table, columns) => tracked(copyIn(table, columns)),
    transaction: (run) => tracked(transaction(run)),
    async close() {
      // The driver's own wait for what is under way never ends once a connection was lost.
      await Promise.allSettled(underWay)
      await sql.end({ timeout: 0 })
    },
  }
}

const toParameter = (value: SqlValue) => (Array.isArray(value) ? [...value] : value)

/** Rows per statement: large enough to be fast, small enough to stay far within a deadline. */
const rowsPerStatement = 20_000

/**
 * Inserts that take each column as one array. By COPY the driver never says that the server refused a row.
 * A column is written as an array's text here, because the driver would quote every number.
 */
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

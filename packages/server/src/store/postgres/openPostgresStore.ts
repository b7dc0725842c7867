import { BadRequestError, UnsupportedError } from '@starkmatter/core'
import { takeTurns } from '../migrations.ts'
import { openSqlStore } from '../sql-store.ts'
import type { Store } from '../store.ts'
import { connectPostgres } from './postgres-connection.ts'

export type PostgresStoreOptions = {
  /** `postgres://user:password@host:port/database`, with `?sslmode=verify-full` where the server asks for it. PostgreSQL 15 or newer. */
  url: string
  /**
   * Schema of the tables, made when it does not exist: lower-case letters, digits and `_`. Sets `search_path`, which a pooler of
   * transactions has to allow. @default the account's own
   */
  schema?: string | undefined
  /** @default 10 */
  maxConnections?: number | undefined
  /** Deadline of one statement, and of connecting. @default 30000 */
  timeoutMs?: number | undefined
}

const oldestVersion = 150_000

/**
 * Opens a store in a PostgreSQL server, which several gateways may share. Its tables are made and brought up to date.
 *
 * Needs the package `pg` (an optional peer). A server that goes away fails what is under way with `NETWORK`; the next statement
 * connects anew.
 *
 * @throws {BadRequestError} the address, the account, the database, its rights or its version are not right
 * @throws {UnsupportedError} the package `pg` is not installed
 * @throws {NetworkError} the server cannot be reached
 * @throws {TimeoutError} it does not answer in time
 * @example
 * const store = await openPostgresStore({ url: 'postgres://market:secret@localhost:5432/market' })
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url, schema, maxConnections = 10, timeoutMs = 30_000 } = options
  const place = placeOf(url)
  if (schema !== undefined && !/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new BadRequestError(
      `schema must be up to 63 lower-case letters, digits and _, not beginning with a digit, but is ${JSON.stringify(schema)}.`,
      { parameter: 'schema' },
    )
  const { Pool } = await loadDriver()
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: timeoutMs,
    application_name: 'starkmatter',
    // Nothing more than needed: a pooler in front of the server refuses settings that it does not know, such as a statement's timeout.
    ...(schema !== undefined && { options: `-c search_path=${schema}` }),
  })
  const connection = connectPostgres(pool, place, timeoutMs)
  try {
    const [row] = await connection.query(`SELECT current_setting('server_version_num')::integer AS version`)
    const version = Number(row?.version)
    if (version < oldestVersion)
      throw new BadRequestError(
        `${place} runs version ${Math.floor(version / 10_000)} of PostgreSQL; 15 or newer is needed.`,
        { parameter: 'url' },
      )
    if (schema !== undefined)
      await connection.transaction(async (session) => {
        await takeTurns(session)
        await session.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
      })
    return await openSqlStore('postgres', connection)
  } catch (error) {
    await connection.close()
    throw error
  }
}

async function loadDriver() {
  try {
    return (await import('pg')).default
  } catch (cause) {
    throw new UnsupportedError('A store in PostgreSQL needs its driver. Install it: npm i pg', { cause })
  }
}

/** Host, port and database: what may be said of an address that holds a password. */
function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^postgres(?:ql)?:$/.test(parsed.protocol) || parsed.hostname === '')
    throw new BadRequestError(
      'The address of PostgreSQL must look like postgres://user:password@host:5432/database. It is not repeated here, as it may hold a password.',
      { parameter: 'url' },
    )
  return `PostgreSQL at ${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`
}

import { alertTables } from './alerts/alert-tables.ts'
import type { SqlConnection, SqlSession } from './sql-connection.ts'

/** Statements in order. A released one is never edited: what changes is added at the end. */
const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE series (
       id serial PRIMARY KEY,
       instrument text NOT NULL,
       interval text NOT NULL,
       adjustment text NOT NULL,
       origin text NOT NULL,
       provider text NOT NULL,
       facts text NOT NULL,
       bar_count integer NOT NULL DEFAULT 0,
       first_time double precision,
       last_time double precision,
       UNIQUE (instrument, interval, adjustment, origin, provider)
     )`,
    // Times are bar opens in ms UTC; volume is NULL where the source has none.
    `CREATE TABLE bars (
       series_id integer NOT NULL REFERENCES series ON DELETE CASCADE,
       time bigint NOT NULL,
       open double precision NOT NULL,
       high double precision NOT NULL,
       low double precision NOT NULL,
       close double precision NOT NULL,
       volume double precision,
       PRIMARY KEY (series_id, time)
     )`,
    `CREATE TABLE factors (
       series_id integer NOT NULL REFERENCES series ON DELETE CASCADE,
       from_time double precision NOT NULL,
       until_time double precision NOT NULL,
       price double precision NOT NULL,
       split double precision NOT NULL,
       PRIMARY KEY (series_id, from_time)
     )`,
    `CREATE TABLE coverage (
       series_id integer NOT NULL REFERENCES series ON DELETE CASCADE,
       from_time double precision NOT NULL,
       until_time double precision NOT NULL,
       fetched_at double precision NOT NULL,
       PRIMARY KEY (series_id, from_time)
     )`,
    `CREATE TABLE imports (folder text PRIMARY KEY, fingerprint text NOT NULL, summary text NOT NULL)`,
  ],
  // Accounts. Times are ms UTC; of every secret only a hash is kept, but for the keys that sign.
  [
    `CREATE TABLE accounts (
       id text PRIMARY KEY,
       name text NOT NULL,
       name_key text NOT NULL UNIQUE,
       role text NOT NULL,
       password_hash text,
       created_at double precision NOT NULL
     )`,
    `CREATE TABLE identities (
       issuer text NOT NULL,
       subject text NOT NULL,
       account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
       PRIMARY KEY (issuer, subject)
     )`,
    `CREATE TABLE sessions (
       id text PRIMARY KEY,
       account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
       created_at double precision NOT NULL,
       used_at double precision NOT NULL,
       expires_at double precision NOT NULL,
       user_agent text,
       address text NOT NULL
     )`,
    `CREATE INDEX sessions_of_account ON sessions (account_id)`,
    `CREATE TABLE refresh_tokens (
       hash text PRIMARY KEY,
       session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
       used_at double precision,
       seed text
     )`,
    `CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id)`,
    `CREATE TABLE api_keys (
       id text PRIMARY KEY,
       account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
       name text NOT NULL,
       prefix text NOT NULL,
       hash text NOT NULL UNIQUE,
       created_at double precision NOT NULL,
       used_at double precision
     )`,
    `CREATE INDEX api_keys_of_account ON api_keys (account_id)`,
    `CREATE TABLE grants (
       kind text NOT NULL,
       hash text NOT NULL,
       data text NOT NULL,
       expires_at double precision NOT NULL,
       PRIMARY KEY (kind, hash)
     )`,
    `CREATE TABLE signing_keys (id text PRIMARY KEY, jwk text NOT NULL, created_at double precision NOT NULL)`,
  ],
  // Paper accounts. An event is JSON whose amounts are decimal text; `sequence` of the account is that of its newest.
  [
    `CREATE TABLE paper_accounts (
       id text PRIMARY KEY,
       owner text NOT NULL,
       name text NOT NULL,
       created_at double precision NOT NULL,
       sequence integer NOT NULL,
       is_active boolean NOT NULL
     )`,
    `CREATE INDEX paper_accounts_of_owner ON paper_accounts (owner)`,
    `CREATE INDEX active_paper_accounts ON paper_accounts (id) WHERE is_active`,
    `CREATE TABLE paper_journal (
       account_id text NOT NULL REFERENCES paper_accounts ON DELETE CASCADE,
       sequence integer NOT NULL,
       event text NOT NULL,
       PRIMARY KEY (account_id, sequence)
     )`,
  ],
  alertTables,
]

/**
 * Brings the tables to the newest shape, all steps or none. Safe to run at every start, and by several processes at once: they take
 * turns.
 */
export async function migrate(connection: SqlConnection): Promise<void> {
  await connection.transaction(async (session) => {
    await takeTurns(session)
    await session.query(`CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY)`)
    const [row] = await session.query(
      `SELECT coalesce(max(version), 0)::integer AS version FROM schema_version`,
    )
    const version = Number(row?.version)
    for (const [index, statements] of migrations.entries()) {
      if (index < version) continue
      for (const statement of statements) await session.query(statement)
      await session.query(`INSERT INTO schema_version VALUES ($1)`, [index + 1])
    }
  })
}

/** Makes the processes that change tables of one database wait for each other until the transaction ends: `IF NOT EXISTS` fails in a race. */
export async function takeTurns(session: SqlSession): Promise<void> {
  // The number means nothing, and is the same in every process.
  await session.query(`SELECT pg_advisory_xact_lock(7282741096)`)
}

import type { Adjustment, BarColumns } from '@starkmatter/core'
import * as z from 'zod'
import type { BarStore, Coverage, SeriesFacts, SeriesOrigin, StoredSeries } from './bar-store.ts'
import { mergeCoverage } from './coverage.ts'
import type { SqlConnection, SqlSession } from './sql-connection.ts'

const storedFacts = z.custom<SeriesFacts>((value) => typeof value === 'object' && value !== null)

const seriesRow = z.object({
  id: z.coerce.number(),
  facts: z.string(),
  count: z.coerce.number(),
  first: z.coerce.number().nullable(),
  last: z.coerce.number().nullable(),
})

const coverageRow = z.object({ from: z.number(), until: z.number(), fetchedAt: z.number() })
const importRow = z.object({ folder: z.string(), fingerprint: z.string(), summary: z.string() })
const rowsRow = z.object({ rows: z.string().nullable(), count: z.coerce.number() })

const selectSeries = `
  SELECT id, facts, bar_count AS count, first_time AS first, last_time AS last FROM series`

// Kept with the series, because counting a million bars at every call would take longer than answering it.
const measureSeries = `
  UPDATE series SET (bar_count, first_time, last_time) =
         (SELECT count(*), min(time), max(time) FROM bars WHERE series_id = $1)
   WHERE id = $1`

/**
 * The newest bars of a range, written as JSON rows by the database. A factor applies to the bars that open within it.
 *
 * The range is asked of whole keys: of two columns compared one by one, a database that has not counted its rows (the embedded one
 * never does) expects a handful, and sorts a series as a whole to find its last bars. That took 44 ms of 50,000 bars.
 */
const selectRows = (columns: string, join: string) => `
  SELECT string_agg(
           '[' || time || ',' || open || ',' || high || ',' || low || ',' || close || ',' || coalesce(volume::text, 'null') || ']',
           ',' ORDER BY time
         ) AS rows, count(*) AS count
    FROM (SELECT b.time, ${columns}
            FROM bars b ${join}
           WHERE (b.series_id, b.time) >= ($1, $2) AND (b.series_id, b.time) < ($1, $3)
           ORDER BY b.series_id DESC, b.time DESC LIMIT $4) newest`

const factorJoin = `
  LEFT JOIN factors f ON f.series_id = b.series_id AND b.time >= f.from_time AND b.time < f.until_time`

const adjustedColumns = (price: string) =>
  `${['open', 'high', 'low', 'close'].map((name) => `b.${name} * coalesce(${price}, 1) AS ${name}`).join(', ')},
   b.volume / coalesce(f.split, 1) AS volume`

const rowsQuery: Record<Adjustment, string> = {
  raw: selectRows('b.open, b.high, b.low, b.close, b.volume', ''),
  splits: selectRows(adjustedColumns('f.split'), factorJoin),
  'splits+dividends': selectRows(adjustedColumns('f.price * f.split'), factorJoin),
}

/** Bars in a PostgreSQL database, embedded or not. */
export function sqlBars(connection: SqlConnection): BarStore {
  return {
    importSeries(facts, columns, factors) {
      return connection.transaction(async (session) => {
        const id = await putSeries(session, facts)
        await session.query(`DELETE FROM bars WHERE series_id = $1`, [id])
        await session.query(`DELETE FROM factors WHERE series_id = $1`, [id])
        const { time, open, high, low, close, volume } = columns
        await session.copyIn('bars', { series_id: id, time, open, high, low, close, volume })
        await session.copyIn('factors', {
          series_id: id,
          from_time: Float64Array.from(factors, ({ from }) => from),
          until_time: Float64Array.from(factors, ({ until }) => until),
          price: Float64Array.from(factors, ({ price }) => price),
          split: Float64Array.from(factors, ({ split }) => split),
        })
        await session.query(measureSeries, [id])
        return oneSeries(session, id)
      })
    },

    addFetched(facts, columns, coverage) {
      return connection.transaction(async (session) => {
        const id = await putSeries(session, facts)
        await upsertBars(session, id, columns)
        await session.query(measureSeries, [id])
        const merged = mergeCoverage(await readCoverage(session, id), coverage)
        await session.query(`DELETE FROM coverage WHERE series_id = $1`, [id])
        for (const { from, until, fetchedAt } of merged) {
          await session.query(`INSERT INTO coverage VALUES ($1, $2, $3, $4)`, [id, from, until, fetchedAt])
        }
      })
    },

    async findSeries(instruments, origin) {
      const text = `${selectSeries} WHERE origin = $1 AND instrument = ANY($2) ORDER BY id`
      return (await connection.query(text, [origin, instruments])).map(toSeries)
    },

    async listSeries(origin: SeriesOrigin) {
      return (await connection.query(`${selectSeries} WHERE origin = $1 ORDER BY id`, [origin])).map(toSeries)
    },

    getCoverage: (seriesId) => readCoverage(connection, seriesId),

    async readRows(seriesId, { start, end, limit, adjustment }) {
      const values = [seriesId, Math.ceil(start), Math.ceil(end), limit]
      const [row] = await connection.query(rowsQuery[adjustment], values)
      const { rows, count } = rowsRow.parse(row)
      return { rows: rows ?? '', count }
    },

    async hasFactors(seriesId) {
      return (
        (await connection.query(`SELECT 1 FROM factors WHERE series_id = $1 LIMIT 1`, [seriesId])).length > 0
      )
    },

    async getImport(folder) {
      const [row] = await connection.query(`SELECT * FROM imports WHERE folder = $1`, [folder])
      return row && importRow.parse(row)
    },

    finishImport({ folder, fingerprint, summary }, keep) {
      return connection.transaction(async (session) => {
        await session.query(`DELETE FROM series WHERE origin = 'imported' AND NOT id = ANY($1)`, [keep])
        await session.query(`DELETE FROM imports`)
        await session.query(`INSERT INTO imports VALUES ($1, $2, $3)`, [folder, fingerprint, summary])
      })
    },
  }
}

async function putSeries(session: SqlSession, facts: SeriesFacts): Promise<number> {
  const { instrument, interval, adjustment, origin, provider } = facts
  const [row] = await session.query(
    `INSERT INTO series (instrument, interval, adjustment, origin, provider, facts) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (instrument, interval, adjustment, origin, provider) DO UPDATE SET facts = excluded.facts
     RETURNING id`,
    [instrument, interval, adjustment, origin, provider, JSON.stringify(facts)],
  )
  return Number(row?.id)
}

async function upsertBars(session: SqlSession, id: number, columns: BarColumns): Promise<void> {
  const numbers = (column: Float64Array) => Array.from(column)
  const { time, open, high, low, close, volume } = columns
  await session.query(
    `INSERT INTO bars
     SELECT $1, t, o, h, l, c, nullif(v, 'NaN')
       FROM unnest($2::bigint[], $3::float8[], $4::float8[], $5::float8[], $6::float8[], $7::float8[]) AS u(t, o, h, l, c, v)
     ON CONFLICT (series_id, time) DO UPDATE
       SET open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close, volume = excluded.volume`,
    [id, numbers(time), numbers(open), numbers(high), numbers(low), numbers(close), numbers(volume)],
  )
}

async function readCoverage(session: SqlSession, seriesId: number): Promise<Coverage[]> {
  const rows = await session.query(
    `SELECT from_time AS "from", until_time AS "until", fetched_at AS "fetchedAt" FROM coverage WHERE series_id = $1 ORDER BY from_time`,
    [seriesId],
  )
  return rows.map((row) => coverageRow.parse(row))
}

async function oneSeries(session: SqlSession, id: number): Promise<StoredSeries> {
  const [row] = await session.query(`${selectSeries} WHERE id = $1`, [id])
  return toSeries(row)
}

function toSeries(row: unknown): StoredSeries {
  const { facts, ...rest } = seriesRow.parse(row)
  return { ...storedFacts.parse(JSON.parse(facts)), ...rest }
}

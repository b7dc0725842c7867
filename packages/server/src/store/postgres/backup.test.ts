import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { columnsOf, factsOf } from '../../testing/describeStore.ts'
import { hasPostgres, postgresUrl } from '../../testing/postgres-server.ts'
import { openPostgresStore } from './openPostgresStore.ts'

/** A tool of PostgreSQL, beside the server as Debian has it, or on the path. */
function findTool(name: string): string | undefined {
  const versioned = '/usr/lib/postgresql'
  const debian = existsSync(versioned)
    ? readdirSync(versioned).map((version) => join(versioned, version, 'bin'))
    : []
  return [...debian.reverse(), ...(process.env.PATH ?? '').split(delimiter)]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

const [dump, restore] = [findTool('pg_dump'), findTool('pg_restore')]
if (!dump || !restore) console.log('pg_dump is not installed: a backup is not tried.')

test.runIf(hasPostgres && dump && restore)(
  'what pg_dump saved while the store was open, pg_restore brings back: bars, factors, coverage, and where ids go on',
  async () => {
    const admin = new pg.Client({ connectionString: postgresUrl })
    await admin.connect()
    const urlOf = (name: string) => Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href
    const [from, to] = [`backup_from_${process.pid}`, `backup_to_${process.pid}`]
    const folder = mkdtempSync(join(tmpdir(), 'starkmatter-backup-'))
    onTestFinished(async () => {
      for (const name of [from, to]) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await admin.end()
      rmSync(folder, { recursive: true, force: true })
    })
    for (const name of [from, to]) await admin.query(`CREATE DATABASE ${name}`)

    const store = await openPostgresStore({ url: urlOf(from) })
    const { id } = await store.importSeries(factsOf(), columnsOf([1, 2, 5]), [
      { from: 0, until: 3 * 86_400_000, price: 0.5, split: 2 },
    ])
    await store.addFetched(factsOf({ instrument: 'equity:IBM', origin: 'fetched' }), columnsOf([1, 2]), {
      from: 0,
      until: 9,
      fetchedAt: 7,
    })
    await store.finishImport({ folder: '/data', fingerprint: 'f', summary: '{}' }, [id])
    const file = join(folder, 'store.dump')
    execFileSync(dump ?? '', ['--format=custom', `--file=${file}`, urlOf(from)])
    const all = { start: 0, end: 1e15, limit: 100, adjustment: 'splits+dividends' } as const
    const before = {
      imported: await store.listSeries('imported'),
      fetched: await store.listSeries('fetched'),
      rows: await store.readRows(id, all),
      record: await store.getImport('/data'),
    }
    await store.close()

    execFileSync(restore ?? '', ['--clean', '--if-exists', '--no-owner', `--dbname=${urlOf(to)}`, file])
    const restored = await openPostgresStore({ url: urlOf(to) })
    expect({
      imported: await restored.listSeries('imported'),
      fetched: await restored.listSeries('fetched'),
      rows: await restored.readRows(id, all),
      record: await restored.getImport('/data'),
    }).toEqual(before)
    expect(before.rows.count).toBe(3)
    const [{ id: fetchedId } = { id: 0 }] = before.fetched
    expect(await restored.getCoverage(fetchedId)).toEqual([{ from: 0, until: 9, fetchedAt: 7 }])
    const added = await restored.importSeries(factsOf({ instrument: 'equity:MSFT' }), columnsOf([1]), [])
    expect([id, fetchedId]).not.toContain(added.id)
    await restored.close()
  },
  60_000,
)

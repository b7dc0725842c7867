import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { columnsOf, describeStore, factsOf } from '../../testing/describeStore.ts'
import { hasPostgres, postgresUrl } from '../../testing/postgres-server.ts'
import { openPostgresStore } from './openPostgresStore.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe.runIf(hasPostgres)('a store in a PostgreSQL server', () => {
  const admin = new pg.Pool({ connectionString: postgresUrl })
  const schemas: string[] = []
  afterAll(async () => {
    for (const schema of schemas) await admin.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
    await admin.end()
  })
  const newSchema = () => {
    const schema = `test_${process.pid}_${schemas.length}`
    schemas.push(schema)
    return schema
  }
  const open = (schema = newSchema(), timeoutMs?: number) =>
    openPostgresStore({ url: postgresUrl, schema, timeoutMs, maxConnections: 4 })

  describeStore('PostgreSQL store', open)

  test('gateways that start at once on an empty database make its tables once', async () => {
    const schema = newSchema()
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(schema)))
    await stores[0]?.importSeries(factsOf(), columnsOf([1, 2]), [])
    for (const store of stores) expect(await store.listSeries('imported')).toMatchObject([{ count: 2 }])
    await Promise.all(stores.map((store) => store.close()))
  })

  test('two gateways that add bars of one series at once lose none, and cover what both asked for', async () => {
    const schema = newSchema()
    const [one, other] = await Promise.all([open(schema), open(schema)])
    const facts = factsOf({ origin: 'fetched' })
    const day = 86_400_000
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 ? one : other).addFetched(facts, columnsOf([n]), {
          from: n * day,
          until: (n + 1) * day,
          fetchedAt: n,
        }),
      ),
    )
    const [series, ...rest] = await one.findSeries(['equity:AAPL'], 'fetched')
    expect(rest).toEqual([])
    expect(series?.count).toBe(40)
    expect(await other.getCoverage(series?.id ?? 0)).toEqual([{ from: 0, until: 40 * day, fetchedAt: 0 }])
    await Promise.all([one.close(), other.close()])
  })

  test('a failed import leaves what was there', async () => {
    const store = await open()
    const { id } = await store.importSeries(factsOf(), columnsOf([1, 2, 3]), [])
    await expect(store.importSeries(factsOf(), columnsOf([4, 4]), [])).rejects.toMatchObject({
      name: 'DatabaseError',
      code: '23505',
    })
    expect((await store.readRows(id, { start: 0, end: 1e15, limit: 9, adjustment: 'raw' })).count).toBe(3)
    await store.close()
  })

  test('a lost connection fails what is under way, and the next statement connects anew', async () => {
    const schema = newSchema()
    const store = await open(schema)
    await store.importSeries(factsOf(), columnsOf([1]), [])
    const lock = await admin.connect()
    await lock.query(`BEGIN; LOCK TABLE ${schema}.series`)
    const waiting = expect(store.listSeries('imported')).rejects.toMatchObject({
      code: 'NETWORK',
      retryable: true,
    })
    await vi.waitFor(async () => {
      const cut = await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = 'starkmatter' AND wait_event_type = 'Lock'`,
      )
      expect(cut.rows.length).toBeGreaterThan(0)
    })
    await waiting
    await lock.query('ROLLBACK')
    lock.release()
    expect(await store.listSeries('imported')).toHaveLength(1)
    await store.close()
  })

  test('a statement that is held up ends at its deadline', async () => {
    const schema = newSchema()
    const store = await open(schema, 500)
    const lock = await admin.connect()
    await lock.query(`BEGIN; LOCK TABLE ${schema}.series`)
    const startedAt = performance.now()
    await expect(store.listSeries('imported')).rejects.toMatchObject({ code: 'TIMEOUT', timeoutMs: 500 })
    await expect(store.importSeries(factsOf(), columnsOf([1]), [])).rejects.toMatchObject({ code: 'TIMEOUT' })
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    // The server is told, too: nothing of it goes on there.
    await vi.waitFor(async () => {
      const waiting = await admin.query(
        `SELECT 1 FROM pg_stat_activity WHERE application_name = 'starkmatter' AND wait_event_type = 'Lock'`,
      )
      expect(waiting.rows).toHaveLength(0)
    })
    await lock.query('ROLLBACK')
    lock.release()
    expect(await store.listSeries('imported')).toEqual([])
    await store.close()
  })

  test('a server that falls silent and takes no new connection ends a statement at its deadline, and nothing else', async () => {
    const { hostname, port } = new URL(postgresUrl)
    const sockets: Socket[] = []
    const wire = createServer((from) => {
      const to = connect(Number(port), hostname)
      sockets.push(from, to)
      from.pipe(to).pipe(from)
      for (const socket of [from, to]) socket.on('error', () => {})
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => wire.once('listening', resolve))
    const address = wire.address()
    const url = new URL(postgresUrl)
    url.port = String(typeof address === 'object' ? address?.port : 0)
    const store = await openPostgresStore({ url: url.href, schema: newSchema(), timeoutMs: 400 })
    for (const socket of sockets) socket.unpipe().pause()
    wire.close()
    // The deadline tells the server to stop: that it cannot be told must not become anybody's unhandled rejection.
    await expect(store.listSeries('imported')).rejects.toMatchObject({ code: 'TIMEOUT' })
    await expect(store.importSeries(factsOf(), columnsOf([1]), [])).rejects.toMatchObject({ retryable: true })
    await delay(300)
    for (const socket of sockets) socket.destroy()
    await store.close()
  })

  test.each([
    ['an account that is not known', { username: 'nobody_at_all' }, /refuses the account/],
    ['a database that is not there', { pathname: '/nothing_here' }, /does not exist/],
  ])('%s is told so, by its place and without its password', async (_, changes, message) => {
    const url = Object.assign(new URL(postgresUrl), { password: 'hush-hush' }, changes)
    await expect(openPostgresStore({ url: url.href })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      parameter: 'url',
      message: expect.stringMatching(message),
    })
    await expect(openPostgresStore({ url: url.href })).rejects.not.toThrow(/hush-hush/)
  })
})

describe('a PostgreSQL server that is not there', () => {
  test('is named, without the password', async () => {
    const url = 'postgres://market:hush-hush@127.0.0.1:1/market'
    const error = await openPostgresStore({ url }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: 'NETWORK',
      message: expect.stringContaining('PostgreSQL at 127.0.0.1:1/market cannot be reached'),
    })
    expect(String(error)).not.toContain('hush-hush')
  })

  test('and one that accepts and stays silent ends at the deadline', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise((resolve) => silent.once('listening', resolve))
    const address = silent.address()
    const port = typeof address === 'object' ? address?.port : 0
    await expect(
      openPostgresStore({ url: `postgres://a:b@127.0.0.1:${port}/c`, timeoutMs: 300 }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/TIMEOUT|NETWORK/) })
    silent.close()
  })

  test.each(['mysql://a:hush-hush@b/c', 'hush-hush', 'postgres:///c?password=hush-hush'])(
    'the address %j is refused and not repeated',
    async (url) => {
      const error = await openPostgresStore({ url }).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: 'BAD_REQUEST', parameter: 'url' })
      expect(String(error)).not.toContain('hush-hush')
    },
  )

  test('a schema that would have to be quoted is refused', async () => {
    const url = 'postgres://a:b@127.0.0.1:1/c'
    await expect(openPostgresStore({ url, schema: 'a; DROP TABLE b' })).rejects.toMatchObject({
      parameter: 'schema',
    })
  })
})

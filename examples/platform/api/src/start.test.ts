import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@starkmatter/core'
import { gateway } from '@starkmatter/core/providers/gateway'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { readConfig } from './config.ts'
import { startPlatform } from './start.ts'

vi.setConfig({ testTimeout: 60_000 })
vi.spyOn(console, 'log').mockImplementation(() => {})

const server = process.env.DATABASE_URL
const hasPostgres = server !== undefined || Boolean(process.env.CI)
const hasRedis = (process.env.REDIS_URL ?? '') !== '' || Boolean(process.env.CI)
const home = mkdtempSync(join(tmpdir(), 'starkmatter-start-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const start = (variables: NodeJS.ProcessEnv, args: readonly string[] = []) =>
  startPlatform(
    readConfig(
      {
        PORT: '0',
        HOST: '127.0.0.1',
        STARKMATTER_PROVIDERS: 'synthetic',
        STARKMATTER_HOME: home,
        ...variables,
      },
      args,
    ),
  )

/** A database of a test's own. */
async function createDatabase(name: string) {
  const url = new URL(server ?? '')
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      await admin.query(`DROP DATABASE ${name}`)
      await admin.end()
    },
  }
}

test.runIf(hasPostgres)(
  'platforms that share a PostgreSQL server serve what one of them imported',
  async () => {
    await using database = await createDatabase(`platform_${process.pid}`)
    const data = join(home, 'data')
    mkdirSync(data)
    writeFileSync(
      join(data, 'KEPT.csv'),
      'date,open,high,low,close,volume\n2024-01-02,10,12,9,11,100\n2024-01-03,11,13,10,12,200\n',
    )
    const first = await start({ DATABASE_URL: database.url }, ['--data', data])
    const second = await start({ DATABASE_URL: database.url })
    const response = await fetch(
      `${second.url}/v1/bars?symbol=KEPT&interval=1d&start=2024-01-01&end=2024-01-31`,
    )
    const { bars, simulated } = await response.json()
    expect(bars).toMatchObject([
      [expect.any(Number), 10, 12, 9, 11, 100],
      [expect.any(Number), 11, 13, 10, 12, 200],
    ])
    expect(simulated).toBe(false)
    await Promise.all([first.close(), second.close()])
  },
)

test('a database that cannot be reached stops the start with a sentence that holds no password', async () => {
  const error = await start({ DATABASE_URL: 'postgres://market:hush-hush@127.0.0.1:1/market' }).catch(
    (thrown: unknown) => thrown,
  )
  expect(error).toMatchObject({
    code: 'NETWORK',
    message: expect.stringContaining('PostgreSQL at 127.0.0.1:1/market cannot be reached'),
  })
  expect(String(error)).not.toContain('hush-hush')
})

test.runIf(hasPostgres && hasRedis)(
  'platforms that share a Redis watch once what all of them serve',
  async () => {
    await using database = await createDatabase(`shared_${process.pid}`)
    const shared = { DATABASE_URL: database.url, REDIS_URL: process.env.REDIS_URL }
    const platforms = await Promise.all([start(shared), start(shared)])
    const clients = platforms.map(({ url }) => createClient({ providers: [gateway({ url })] }))
    const feeds = clients.map((client) => client.watchQuotes({ symbols: ['BTC-USD'] }))
    const heard = await Promise.all(
      feeds.map(async (feed) => (await feed[Symbol.asyncIterator]().next()).value),
    )
    // What one of them hears both tell.
    expect(heard[0]).toMatchObject({ last: expect.any(Number), simulated: true })
    expect(heard[1]?.last).toBe(heard[0]?.last)
    const watched = await Promise.all(
      platforms.map(async ({ url }) => {
        const text = await (await fetch(`${url}/metrics`)).text()
        return Number(/\nstarkmatter_stream_topics (\d+)/.exec(text)?.[1])
      }),
    )
    expect(watched.toSorted()).toEqual([0, 1])
    for (const client of clients) client.close()
    await Promise.all(platforms.map(({ close }) => close()))
  },
)

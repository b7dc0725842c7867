import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { readConfig } from './config.ts'
import { startPlatform } from './start.ts'

vi.setConfig({ testTimeout: 60_000 })
vi.spyOn(console, 'log').mockImplementation(() => {})

const server = process.env.DATABASE_URL
const hasPostgres = server !== undefined || Boolean(process.env.CI)
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

test.runIf(hasPostgres)(
  'platforms that share a PostgreSQL server serve what one of them imported',
  async () => {
    const url = new URL(server ?? '')
    const name = `platform_${process.pid}`
    const admin = new pg.Client({ connectionString: url.href })
    await admin.connect()
    await admin.query(`CREATE DATABASE ${name}`)
    url.pathname = `/${name}`
    const data = join(home, 'data')
    mkdirSync(data)
    writeFileSync(
      join(data, 'KEPT.csv'),
      'date,open,high,low,close,volume\n2024-01-02,10,12,9,11,100\n2024-01-03,11,13,10,12,200\n',
    )
    const first = await start({ DATABASE_URL: url.href }, ['--data', data])
    const second = await start({ DATABASE_URL: url.href })
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
    await admin.query(`DROP DATABASE ${name}`)
    await admin.end()
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

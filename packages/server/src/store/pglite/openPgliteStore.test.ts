import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildWorker } from '../../testing/build-worker.ts'
import { columnsOf, describeStore, factsOf } from '../../testing/describeStore.ts'
import type { SqlConnection } from '../sql-connection.ts'
import { openSqlStore } from '../sql-store.ts'
import { openPgliteStore } from './openPgliteStore.ts'
import { connectThread } from './thread-connection.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const root = mkdtempSync(join(tmpdir(), 'starkmatter-store-'))
const shared = join(root, 'shared')
let workerFile: URL
let connection: SqlConnection

beforeAll(async () => {
  workerFile = await buildWorker()
  const thread = connectThread(new Worker(workerFile))
  await thread.open('memory://')
  connection = thread
})
afterAll(async () => {
  await connection.close()
  rmSync(root, { recursive: true, force: true })
  rmSync(new URL('.', workerFile), { recursive: true, force: true })
})

describeStore('PGlite store', async () => {
  // One database for the whole suite, emptied in between: creating one takes seconds.
  await connection.query('DROP SCHEMA public CASCADE')
  await connection.query('CREATE SCHEMA public')
  return openSqlStore('pglite', { ...connection, close: async () => {} })
})

describe('the data folder', () => {
  test('bars are still there after closing and opening again', async () => {
    const first = await openPgliteStore({ folder: shared, workerFile })
    await first.importSeries(factsOf({ instrument: 'equity:KEPT' }), columnsOf([1, 2]), [])
    await first.close()
    const second = await openPgliteStore({ folder: shared, workerFile })
    expect(await second.findSeries(['equity:KEPT'], 'imported')).toMatchObject([{ count: 2 }])
    await second.close()
  })

  test('a folder that is open already is refused, and the first user is not disturbed', async () => {
    const store = await openPgliteStore({ folder: shared, workerFile })
    await expect(openPgliteStore({ folder: shared, workerFile })).rejects.toMatchObject({
      name: 'DataFolderError',
      code: 'BAD_REQUEST',
      problem: 'locked',
      message: expect.stringContaining(`in use by process ${process.pid}`),
    })
    expect(await store.listSeries('imported')).toBeInstanceOf(Array)
    await store.close()
  })

  test('the lock of a process that is gone is taken over', async () => {
    writeFileSync(join(shared, 'lock'), '999999999\n1\n')
    const store = await openPgliteStore({ folder: shared, workerFile })
    expect(readFileSync(join(shared, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid}\n`))
    await store.close()
  })

  test('what a crash left of a half-made database is made again', async () => {
    const folder = join(root, 'half')
    mkdirSync(join(folder, 'postgres.creating'), { recursive: true })
    writeFileSync(join(folder, 'postgres.creating', 'PG_VERSION'), 'torn')
    const store = await openPgliteStore({ folder, workerFile })
    expect(await store.listSeries('imported')).toEqual([])
    await store.close()
  })

  test('a file in the place of the folder is named', async () => {
    const folder = join(root, 'file')
    writeFileSync(folder, '')
    await expect(openPgliteStore({ folder, workerFile })).rejects.toMatchObject({ problem: 'not-a-folder' })
  })

  test.runIf(existsSync('/proc/self'))('a place that takes no folders is named at once', async () => {
    const folder = '/proc/starkmatter/database'
    await expect(openPgliteStore({ folder, workerFile })).rejects.toMatchObject({ problem: 'read-only' })
  })

  test('a damaged database is left as it is, and the lock is given back', async () => {
    const folder = join(root, 'damaged')
    mkdirSync(join(folder, 'postgres'), { recursive: true })
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), 'not a version')
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(openPgliteStore({ folder, workerFile })).rejects.toMatchObject({ problem: 'damaged' })
    }
    expect(readFileSync(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('not a version')
  })
})

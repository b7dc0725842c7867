import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Files } from '@starkmatter/core'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createMemoryStore } from '../store/memory-store.ts'
import type { Store } from '../store/store.ts'
import { type ImportProgress, importCsvFolder } from './importCsvFolder.ts'

const header = 'time,open,high,low,close,volume\n'

/** A folder in memory. */
function folderOf(contents: Record<string, string>, modified = 1): Files {
  const paths = Object.keys(contents).sort()
  return {
    list: async () => paths.map((path) => ({ path, size: contents[path]?.length ?? 0, modified })),
    read: async (path) => contents[path] ?? '',
  }
}

const prices = {
  'data/ACME-1d.csv': `${header}2024-01-02,10,12,9,11,100\n2024-01-03,11,13,10,12,200\n2024-01-04,6,7,5,6.5,400\n`,
  'data/ACME-factors.csv':
    'date,priceFactor,splitFactor,referencePrice\n2024-01-02,0.9,0.5,11\n2024-01-03,1,0.5,12\n2050-12-31,1,1,0\n',
  'data/BTCUSD-1m-1.csv': `${header}2024-01-02T00:00:00Z,1,1,1,1,1\n2024-01-02T00:01:00Z,2,2,2,2,2\n`,
  'data/BTCUSD-1m-2.csv': `${header}2024-01-02T00:01:00Z,9,9,9,9,9\n2024-01-02T00:02:00Z,3,3,3,3,3\n`,
}

const all = { start: 0, end: Number.MAX_SAFE_INTEGER, limit: 1000 }

async function opensOf(
  store: Store,
  instrument: string,
  adjustment: 'raw' | 'splits' | 'splits+dividends' = 'raw',
) {
  const [series] = await store.findSeries([instrument], 'imported')
  const { rows } = await store.readRows(series?.id ?? 0, { ...all, adjustment })
  return JSON.parse(`[${rows}]`).map(([, open]: number[]) => open)
}

describe('importing a folder', () => {
  test('stores each series once, files of one series joined, the earlier file winning', async () => {
    const store = createMemoryStore()
    const summary = await importCsvFolder({ folder: 'data', store, files: folderOf(prices) })
    expect(summary).toMatchObject({ files: 4, series: 2, bars: 6, failed: [], isNew: true })
    expect(await opensOf(store, 'crypto:BTC/USD')).toEqual([1, 2, 3])
    const [btc] = await store.findSeries(['crypto:BTC/USD'], 'imported')
    expect(btc?.issues).toMatchObject([{ kind: 'duplicate-bar' }])
  })

  test('a factor counts up to and including its trading date', async () => {
    const store = createMemoryStore()
    await importCsvFolder({ folder: 'data', store, files: folderOf(prices) })
    expect(await opensOf(store, 'equity:ACME')).toEqual([10, 11, 6])
    expect(await opensOf(store, 'equity:ACME', 'splits')).toEqual([5, 5.5, 6])
    expect(await opensOf(store, 'equity:ACME', 'splits+dividends')).toEqual([4.5, 5.5, 6])
  })

  test('is not done again until a file changes', async () => {
    const store = createMemoryStore()
    await importCsvFolder({ folder: 'data', store, files: folderOf(prices) })
    const unread: Files = { ...folderOf(prices), read: () => expect.unreachable('a file was read again') }
    expect(await importCsvFolder({ folder: 'data', store, files: unread })).toMatchObject({
      bars: 6,
      isNew: false,
    })
    const fewer = { 'data/ACME-1d.csv': prices['data/ACME-1d.csv'] }
    const again = await importCsvFolder({ folder: 'data', store, files: folderOf(fewer, 2) })
    expect(again).toMatchObject({ series: 1, isNew: true })
    expect(await store.findSeries(['crypto:BTC/USD'], 'imported')).toEqual([])
  })

  test('a file that cannot be read is named with its line, and the others are stored', async () => {
    const store = createMemoryStore()
    const files = folderOf({ ...prices, 'data/broken.csv': 'no table at all\nreally none\n' })
    const { failed, bars } = await importCsvFolder({ folder: 'data', store, files })
    expect(bars).toBe(6)
    expect(failed).toMatchObject([{ message: expect.stringMatching(/broken\.csv:1/) }])
  })

  test('an import that was interrupted begins anew', async () => {
    const store = createMemoryStore()
    const stopping = new AbortController()
    const onProgress = ({ stage }: ImportProgress) => {
      if (stage === 'storing') stopping.abort()
    }
    const options = { folder: 'data', store, files: folderOf(prices) }
    await expect(importCsvFolder({ ...options, signal: stopping.signal, onProgress })).rejects.toThrow()
    expect(await importCsvFolder(options)).toMatchObject({ bars: 6, isNew: true })
  })

  test('a folder without bars is refused, and what was imported before stays', async () => {
    const store = createMemoryStore()
    await importCsvFolder({ folder: 'data', store, files: folderOf(prices) })
    await expect(importCsvFolder({ folder: 'other', store, files: folderOf({}) })).rejects.toMatchObject({
      code: 'NO_DATA',
      message: expect.stringContaining('it holds no CSV files'),
    })
    expect(await store.listSeries('imported')).toHaveLength(2)
  })
})

const shared = fileURLToPath(new URL('../../../../../shared/series', import.meta.url))

describe('a folder of recorded market data', () => {
  test.skipIf(!existsSync(shared))('every bar of daily and minute files is stored', async () => {
    const index = z
      .object({ series: z.array(z.object({ file: z.string(), rows: z.number() })) })
      .parse(JSON.parse(readFileSync(`${shared}/index.json`, 'utf8')))
    const rowsIn = (pattern: RegExp) =>
      index.series.filter(({ file }) => pattern.test(file)).reduce((sum, { rows }) => sum + rows, 0)
    const store = createMemoryStore()
    const { files, failed } = await importCsvFolder({ folder: shared, store })
    expect({ files, failed }).toEqual({ files: index.series.length, failed: [] })
    const countOf = async (instrument: string, interval: string) =>
      (await store.findSeries([instrument], 'imported')).find((one) => one.interval === interval)?.count
    for (const symbol of ['SPY', 'AAPL', 'IBM', 'QQQ', 'BAC']) {
      expect(await countOf(`equity:${symbol}`, '1d')).toBe(rowsIn(new RegExp(`^${symbol}-daily`)))
    }
    for (const symbol of ['SPY', 'AAPL', 'IBM']) {
      expect(await countOf(`equity:${symbol}`, '1m')).toBe(rowsIn(new RegExp(`^${symbol}-1m`)))
    }
    expect(await countOf('crypto:BTC/USD@COINBASE', '1m')).toBe(rowsIn(/^BTCUSD-coinbase-1m/))
  })
  if (!existsSync(shared))
    console.log('No ../shared/series: the import of recorded market data is not tested.')
})

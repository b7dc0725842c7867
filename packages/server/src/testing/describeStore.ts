import type { BarColumns } from '@starkmatter/core'
import { afterEach, describe, expect, test } from 'vitest'
import type { AdjustmentFactor, SeriesFacts } from '../store/bar-store.ts'
import type { Store } from '../store/store.ts'
import { describeAccounts } from './describeAccounts.ts'
import { describeAlerts } from './describeAlerts.ts'
import { describePaper } from './describePaper.ts'

const day = 86_400_000
const all = { start: 0, end: Number.MAX_SAFE_INTEGER, limit: 100_000, adjustment: 'raw' } as const

export function factsOf(changes: Partial<SeriesFacts> = {}): SeriesFacts {
  return {
    instrument: 'equity:AAPL',
    interval: '1d',
    adjustment: 'raw',
    origin: 'imported',
    provider: 'csv',
    name: null,
    timeZone: 'America/New_York',
    currency: 'USD',
    priceScale: 1,
    delayedMs: null,
    fetchedAt: 1_000,
    gaps: [],
    issues: [],
    ...changes,
  }
}

/** Bars at the given days, each worth its index, with a volume that is absent on odd ones. */
export function columnsOf(days: readonly number[], price = 100): BarColumns {
  const values = (offset: number) => Float64Array.from(days, (_, i) => price + i + offset)
  return {
    time: Float64Array.from(days, (n) => n * day),
    open: values(0),
    high: values(0.5),
    low: values(-0.25),
    close: values(0.125),
    volume: Float64Array.from(days, (n, i) => (i % 2 === 1 ? Number.NaN : n * 10)),
  }
}

/** The rules that every store keeps, whichever engine is behind it. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store | undefined
    const fresh = async () => {
      store = await open()
      return store
    }
    afterEach(async () => {
      await store?.close()
      store = undefined
    })
    const rowsOf = async (from: Store, id: number, range: Partial<typeof all> | object = {}) =>
      JSON.parse(`[${(await from.readRows(id, { ...all, ...range })).rows}]`)

    test('imported bars come back as rows, an absent volume as null', async () => {
      const from = await fresh()
      const { id, count, first, last } = await from.importSeries(factsOf(), columnsOf([1, 2, 5]), [])
      expect({ count, first, last }).toEqual({ count: 3, first: day, last: 5 * day })
      expect(await rowsOf(from, id)).toEqual([
        [day, 100, 100.5, 99.75, 100.125, 10],
        [2 * day, 101, 101.5, 100.75, 101.125, null],
        [5 * day, 102, 102.5, 101.75, 102.125, 50],
      ])
    })

    test('a number keeps every digit that a double holds', async () => {
      const from = await fresh()
      const columns = columnsOf([1])
      columns.open[0] = 0.1 + 0.2
      columns.close[0] = 1.7976931348623157e308
      columns.volume[0] = 5e-324
      const { id } = await from.importSeries(factsOf(), columns, [])
      const [row] = await rowsOf(from, id)
      expect([row[1], row[4], row[5]]).toEqual([0.1 + 0.2, 1.7976931348623157e308, 5e-324])
    })

    test('a range includes its start, excludes its end, and a limit keeps the newest', async () => {
      const from = await fresh()
      const { id } = await from.importSeries(factsOf(), columnsOf([1, 2, 3, 4, 5]), [])
      const times = async (range: object) =>
        (await rowsOf(from, id, range)).map(([time]: number[]) => Number(time) / day)
      expect(await times({ start: 2 * day, end: 4 * day })).toEqual([2, 3])
      expect(await times({ start: 2 * day + 0.5 })).toEqual([3, 4, 5])
      expect(await times({ limit: 2 })).toEqual([4, 5])
      expect(await from.readRows(id, { ...all, start: 9 * day })).toEqual({ rows: '', count: 0 })
    })

    test('factors restate prices for splits, and for dividends too when asked; volume moves against splits', async () => {
      const from = await fresh()
      const factors: AdjustmentFactor[] = [{ from: -Infinity, until: 2 * day, price: 0.5, split: 0.25 }]
      const { id } = await from.importSeries(factsOf(), columnsOf([1, 2]), factors)
      expect(await from.hasFactors(id)).toBe(true)
      expect(await rowsOf(from, id, { adjustment: 'splits' })).toEqual([
        [day, 25, 25.125, 24.9375, 25.03125, 40],
        [2 * day, 101, 101.5, 100.75, 101.125, null],
      ])
      expect((await rowsOf(from, id, { adjustment: 'splits+dividends' }))[0]).toEqual([
        day,
        12.5,
        12.5625,
        12.46875,
        12.515625,
        40,
      ])
    })

    test('importing a series again replaces it', async () => {
      const from = await fresh()
      const before = await from.importSeries(factsOf(), columnsOf([1, 2, 3]), [
        { from: 0, until: day, price: 1, split: 0.5 },
      ])
      const after = await from.importSeries(factsOf({ name: 'Apple' }), columnsOf([2, 3]), [])
      expect(after).toMatchObject({ id: before.id, count: 2, name: 'Apple' })
      expect(await from.hasFactors(after.id)).toBe(false)
    })

    test('a finished import is remembered, and series that it no longer has are dropped', async () => {
      const from = await fresh()
      const kept = await from.importSeries(factsOf(), columnsOf([1]), [])
      await from.importSeries(factsOf({ instrument: 'equity:IBM' }), columnsOf([1]), [])
      expect(await from.getImport('/data')).toBeUndefined()
      const record = { folder: '/data', fingerprint: 'abc', summary: '{}' }
      await from.finishImport(record, [kept.id])
      expect(await from.getImport('/data')).toEqual(record)
      expect((await from.listSeries('imported')).map(({ instrument }) => instrument)).toEqual(['equity:AAPL'])
    })

    test('fetched bars are added to what is there, and the newer value wins', async () => {
      const from = await fresh()
      const facts = factsOf({ origin: 'fetched', provider: 'yahoo', adjustment: 'splits' })
      await from.addFetched(facts, columnsOf([1, 2]), { from: day, until: 3 * day, fetchedAt: 5 })
      await from.addFetched(facts, columnsOf([2, 3], 200), { from: 2 * day, until: 4 * day, fetchedAt: 9 })
      const [series, ...others] = await from.findSeries(['equity:AAPL'], 'fetched')
      expect(others).toEqual([])
      if (!series) return expect.unreachable('the series is stored')
      expect((await rowsOf(from, series.id)).map((row: number[]) => row[1])).toEqual([100, 200, 201])
      expect(await from.getCoverage(series.id)).toEqual([{ from: day, until: 4 * day, fetchedAt: 5 }])
    })

    test('imported and fetched series of one instrument stay apart', async () => {
      const from = await fresh()
      await from.importSeries(factsOf(), columnsOf([1]), [])
      const coverage = { from: 0, until: day, fetchedAt: 1 }
      await from.addFetched(factsOf({ origin: 'fetched' }), columnsOf([1, 2]), coverage)
      expect(await from.findSeries(['equity:AAPL', 'equity:X'], 'imported')).toMatchObject([{ count: 1 }])
      expect(await from.findSeries(['equity:AAPL'], 'fetched')).toMatchObject([{ count: 2 }])
      expect(await from.findSeries(['equity:X'], 'fetched')).toEqual([])
    })

    test('facts come back as they were, gaps and issues included', async () => {
      const from = await fresh()
      const facts = factsOf({
        gaps: [{ from: 1, to: 2, reason: 'holiday' }],
        issues: [{ kind: 'bad-row', message: 'a "quoted" row', where: 'a.csv:3' }],
      })
      await from.importSeries(facts, columnsOf([1]), [])
      expect((await from.listSeries('imported'))[0]).toMatchObject(facts)
    })

    test('statements of several callers at once do not mix', async () => {
      const from = await fresh()
      const names = Array.from({ length: 8 }, (_, n) => `equity:S${n}`)
      await Promise.all(
        names.map((instrument) => from.importSeries(factsOf({ instrument }), columnsOf([1, 2, 3]), [])),
      )
      const counts = (await from.listSeries('imported')).map(({ count }) => count)
      expect(counts).toEqual(names.map(() => 3))
    })

    describe('its accounts', () => describeAccounts(fresh))
    describe('its alerts', () => describeAlerts(async () => (await fresh()).alerts))
    describe('its paper accounts', () => describePaper(fresh))
  })
}

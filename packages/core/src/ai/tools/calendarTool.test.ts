import { describe, expect, test } from 'vitest'
import { type CorporateAction, equity } from '../../market/index.ts'
import { now, runOne, source } from './test/run-one.ts'
import type { ToolSources } from './tool.ts'

const ask = { kind: 'market', market: null, symbol: 'AAPL', rows: 3 }

describe('a market', () => {
  test('is open or not by its rules, with its last sessions', async () => {
    const { read } = await runOne({}, 'calendar', ask)
    expect(read).toMatchObject({
      results: [
        {
          subject: 'market:XNYS',
          metrics: {
            isOpen: { values: [1] },
            nextChange: { unit: 'time', values: ['2026-06-15T20:00:00.000Z'] },
          },
        },
        {
          asOf: ['2026-06-11', '2026-06-12', '2026-06-15'],
          metrics: {
            sessionClose: { values: [expect.any(String), expect.any(String), '2026-06-15T20:00:00.000Z'] },
          },
        },
      ],
    })
  })

  test('that is halted is so by the word of a provider', async () => {
    const sources: ToolSources = {
      getMarketStatus: async () => ({ market: 'XNYS', state: 'closed', time: now, nextChange: null, source }),
    }
    expect((await runOne(sources, 'calendar', ask)).values('isOpen')).toEqual([0])
  })

  test('knew no later day than its own', async () => {
    // A day of mourning that was announced eleven days before.
    const asOf = Date.UTC(2024, 11, 26, 22)
    const { evidence, values } = await runOne({}, 'calendar', ask, { asOf })
    expect(values('isExtendedHours')).toEqual([1])
    const moments = evidence.flatMap(({ metrics }) =>
      metrics.filter(({ unit }) => unit === 'time').flatMap((one) => one.values),
    )
    expect(moments.every((moment) => moment !== null && moment < Date.UTC(2024, 11, 27, 12))).toBe(true)
  })
})

describe('dividends', () => {
  const dividend = (date: string, amount: number, declaredDate?: string): CorporateAction => ({
    ...{ type: 'dividend', date, amount, currency: 'USD' },
    ...(declaredDate && { declaredDate }),
  })
  const sources: ToolSources = {
    getCorporateActions: async () => ({
      instrument: equity('AAPL'),
      actions: [
        dividend('2025-02-10', 0.25, '2025-01-30'),
        dividend('2025-05-12', 0.26, '2025-05-01'),
        { type: 'split', date: '2025-06-02', numerator: 2, denominator: 1 },
      ],
      source,
    }),
  }
  const question = { ...ask, kind: 'dividends' }

  test('are announced from their declaration on', async () => {
    const early = await runOne(sources, 'calendar', question, { asOf: Date.UTC(2025, 1, 1, 20) })
    expect(early.read).toMatchObject({
      metrics: { nextExDate: { values: ['2025-02-10'] }, nextDividend: { values: [0.25] } },
    })
    const between = await runOne(sources, 'calendar', question, { asOf: Date.UTC(2025, 3, 1) })
    expect(between.read).toMatchObject({ asOf: ['2025-02-10'], metrics: { dividend: { values: [0.25] } } })
    expect(between.values('nextDividend')).toBeUndefined()
  })

  test('are of one share of then: a split since is no cut, and one to come shows nowhere', async () => {
    const then = async (asOf: number) =>
      (await runOne(sources, 'calendar', question, { asOf })).values('dividend')
    expect(await then(Date.UTC(2025, 5, 1))).toEqual([0.25, 0.26])
    expect(await then(Date.UTC(2025, 5, 3))).toEqual([0.125, 0.13])
  })

  test('need a symbol', async () => {
    const { read } = await runOne(sources, 'calendar', { ...question, symbol: null })
    expect(read).toMatchObject({ error: 'bad_input' })
  })
})

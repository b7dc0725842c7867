import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createClient } from '../../client/createClient.ts'
import { adjustSeries, BarSeries, equity } from '../../market/index.ts'
import { synthetic } from '../../providers/synthetic/index.ts'
import type { EvidenceContent } from '../evidence/evidence.ts'
import { createEvidenceLedger, rowInstant } from '../evidence/ledger.ts'
import { estimateTokens } from '../llm/estimateTokens.ts'
import { maxResultTokens } from './packResult.ts'
import { barsTool, indicatorTool, quoteTool } from './priceTools.ts'
import { runTool } from './runTool.ts'
import type { AnyTool, ToolContext, ToolSources } from './tool.ts'

const tools = [quoteTool, barsTool, indicatorTool]
const now = Date.UTC(2026, 5, 15, 15)
const client = createClient({
  providers: [synthetic()],
  clock: { now: () => now, schedule: () => () => {} },
})

function context(asOf: number, sources: ToolSources = client): ToolContext {
  return {
    sources,
    asOf,
    now,
    signal: new AbortController().signal,
    timeoutMs: 5_000,
    universe: ['equity:AAPL'],
  }
}

describe('runTool', () => {
  test('what the model reads has an id that resolves to the same values', async () => {
    const ledger = createEvidenceLedger(now)
    const input = { symbol: 'AAPL', interval: '1d', rows: 5 }
    const result = await runTool(tools, { name: 'bars', input }, context(now), ledger)
    const read = JSON.parse(result.content)
    const evidence = ledger.get(read.ref)
    expect(result).toMatchObject({ isError: false, evidenceId: read.ref })
    expect(evidence?.asOf).toEqual(read.asOf)
    expect(evidence?.metrics.find(({ name }) => name === 'close')?.values).toEqual(read.metrics.close.values)
    expect(evidence?.asOf).toHaveLength(5)
  })

  test('an indicator is named with its parameters, beside the close it was computed from', async () => {
    const ledger = createEvidenceLedger(now)
    const input = { symbol: 'AAPL', interval: '1d', name: 'sma', period: 50, rows: 3 }
    const { content } = await runTool(tools, { name: 'indicator', input }, context(now), ledger)
    expect(Object.keys(JSON.parse(content).metrics)).toEqual(['close', 'SMA(50)'])
  })

  test.each([
    ['an unknown tool', 'buy', {}, 'bad_input'],
    ['a wrong input', 'bars', { symbol: 'AAPL', interval: '1d', rows: 1e9 }, 'bad_input'],
    [
      'an unknown indicator',
      'indicator',
      { symbol: 'AAPL', interval: '1d', name: 'CRYSTALBALL', period: null, rows: 5 },
      'bad_input',
    ],
    ['an unknown symbol', 'quote', { symbol: 'ZZZZQ' }, 'unknown_symbol'],
  ])('%s gives a typed failure without evidence', async (_what, name, input, error) => {
    const ledger = createEvidenceLedger(now)
    const result = await runTool(tools, { name, input }, context(now), ledger)
    expect(result.isError).toBe(true)
    expect(JSON.parse(result.content)).toMatchObject({ error })
    expect(result.evidenceId).toBeUndefined()
    expect(ledger.list()).toEqual([])
  })

  test('a model cannot make a source send years of minutes', async () => {
    const asked: number[] = []
    const sources: ToolSources = {
      getBars(options) {
        asked.push(now - Number(options.start))
        return client.getBars(options)
      },
    }
    const input = { symbol: 'BTC/USD', interval: '1m', name: 'SMA', period: 100_000, rows: 3 }
    const call = { name: 'indicator', input }
    const { content } = await runTool(tools, call, context(now, sources), createEvidenceLedger(now))
    expect(JSON.parse(content)).toMatchObject({
      error: 'no_data',
      message: 'SMA needs 100000 bars; there are 5000.',
    })
    expect(Math.max(...asked)).toBeLessThan(40 * 86_400_000)
  })

  test('a source that is missing is a failure that says so', async () => {
    const result = await runTool(
      tools,
      { name: 'bars', input: { symbol: 'AAPL', interval: '1d', rows: 5 } },
      context(now, {}),
      createEvidenceLedger(now),
    )
    expect(JSON.parse(result.content)).toMatchObject({ error: 'unsupported' })
  })

  test('no result passes its cap, and a cut one says how to go on', async () => {
    const input = { symbol: 'AAPL', interval: '1m', name: 'BBANDS', period: null, rows: 60 }
    const call = { name: 'indicator', input }
    const { content } = await runTool(tools, call, context(now), createEvidenceLedger(now))
    expect(estimateTokens(content)).toBeLessThanOrEqual(maxResultTokens)
    expect(JSON.parse(content)).toMatchObject({ truncated: true, next: expect.anything() })
  })

  test('a price of a moment after the run began gives way to the last closed minute', async () => {
    const quote = await client.getQuote({ symbol: 'BTC/USD' })
    const sources: ToolSources = {
      getBars: (options) => client.getBars(options),
      getQuote: async () => ({ ...quote, time: now + 1 }),
    }
    const ledger = createEvidenceLedger(now)
    await runTool(tools, { name: 'quote', input: { symbol: 'BTC/USD' } }, context(now, sources), ledger)
    const [evidence] = ledger.list()
    expect(evidence?.asOf).toEqual([new Date(now - 60_000).toISOString()])
    expect(evidence?.metrics.map(({ name }) => name)).toContain('close')
  })

  test('prices of the past stand as they stood before a later split', async () => {
    const [before, after] = [Date.UTC(2024, 4, 1), Date.UTC(2024, 6, 1)]
    const split = { type: 'split', date: '2024-06-10', numerator: 4, denominator: 1 } as const
    const source = { provider: 'fake', fetchedAt: now, delayedMs: 0, attempts: [] }
    const sources: ToolSources = {
      async getBars({ interval }) {
        const time = Float64Array.from({ length: 400 }, (_, day) => Date.UTC(2023, 6, 1 + day))
        const price = Float64Array.from(time, () => 50)
        const facts = {
          interval,
          timeZone: 'UTC',
          currency: 'USD',
          priceScale: 1,
          adjustment: 'splits',
          source,
        } as const
        return new BarSeries(
          { ...facts, instrument: equity('AAPL'), gaps: [], issues: [], simulated: false, forming: false },
          { time, open: price, high: price, low: price, close: price, volume: price },
        )
      },
      getCorporateActions: async () => ({ instrument: equity('AAPL'), actions: [split], source }),
    }
    const closeAt = async (asOf: number) => {
      const input = { symbol: 'AAPL', interval: '1d', rows: 1 }
      const { content } = await runTool(
        tools,
        { name: 'bars', input },
        context(asOf, sources),
        createEvidenceLedger(),
      )
      return JSON.parse(content).metrics.close.values
    }
    expect(await closeAt(before)).toEqual([200])
    expect(await closeAt(after)).toEqual([50])
  })

  test('prices of the past that nobody can take back are not told', async () => {
    const series = await client.getBars({ symbol: 'AAPL', interval: '1d', limit: 100 })
    const sources: ToolSources = {
      getBars: async () => adjustSeries(series, [], 'splits+dividends'),
    }
    const result = await runTool(
      tools,
      { name: 'bars', input: { symbol: 'AAPL', interval: '1d', rows: 5 } },
      context(now - 30 * 86_400_000, sources),
      createEvidenceLedger(),
    )
    expect(result).toMatchObject({ isError: true, evidenceIds: [] })
    expect(JSON.parse(result.content)).toMatchObject({ error: 'unsupported' })
  })

  test.each(['tool', 'subject', 'provider', 'fetchedAt'])(
    'a tool of one’s own that gives evidence without its %s is told to be at fault itself',
    async (member) => {
      const content = {
        ...{ tool: 'desk', subject: 'equity:AAPL', provider: 'desk', fetchedAt: '2026-06-15T00:00:00Z' },
        ...{ asOf: ['2026-06-12'], metrics: [{ name: 'target', unit: 'USD', values: [200] }] },
      }
      const desk = (found: EvidenceContent): AnyTool => ({
        name: 'desk',
        description: 'Targets of the desk.',
        input: z.object({}),
        run: async () => ({ evidence: found }),
      })
      const answer = (found: EvidenceContent) =>
        runTool([desk(found)], { name: 'desk', input: {} }, context(now), createEvidenceLedger(now))
      expect(await answer(content)).toMatchObject({ isError: false })
      // As from a program without types.
      const result = await answer(JSON.parse(JSON.stringify({ ...content, [member]: undefined })))
      expect(result.isError).toBe(true)
      expect(JSON.parse(result.content)).toEqual({
        error: 'validation',
        message: `The tool "desk" gave what is no evidence. "${member}" must be a text, but is undefined. Go on without it.`,
      })
    },
  )

  test('nothing that a tool finds was known later than the as-of time', async () => {
    const day = 86_400_000
    const call = fc.oneof(
      fc.record({
        name: fc.constant('quote'),
        input: fc.record({ symbol: fc.constantFrom('AAPL', 'BTC/USD') }),
      }),
      fc.record({
        name: fc.constant('bars'),
        input: fc.record({
          symbol: fc.constantFrom('AAPL', 'BTC/USD'),
          interval: fc.constantFrom('1h', '1d'),
          rows: fc.integer({ min: 1, max: 20 }),
        }),
      }),
      fc.record({
        name: fc.constant('indicator'),
        input: fc.record({
          symbol: fc.constant('AAPL'),
          interval: fc.constant('1d'),
          name: fc.constantFrom('RSI', 'MACD', 'BBANDS'),
          period: fc.constant(null),
          rows: fc.integer({ min: 1, max: 10 }),
        }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(call, fc.integer({ min: 0, max: 400 * day }), async (asked, back) => {
        const asOf = now - back
        const ledger = createEvidenceLedger(asOf)
        const result = await runTool(tools, asked, context(asOf), ledger)
        for (const evidence of ledger.list()) {
          expect(evidence.asOf.every((row) => rowInstant(row) <= asOf)).toBe(true)
        }
        if (!result.isError && asked.name === 'bars' && back > 0) {
          const series = await client.getBars({
            symbol: asked.input.symbol,
            interval: asked.input.interval === '1h' ? '1h' : '1d',
            start: asOf - 30 * day,
            end: asOf + 3 * day,
          })
          const span = asked.input.interval === '1h' ? 3_600_000 : day
          const unknown = Array.from(series).filter(
            ({ time }) =>
              time + span > asOf &&
              (series.time.find((later) => later > time) ?? Number.POSITIVE_INFINITY) > asOf,
          )
          const labels = new Set(ledger.list()[0]?.asOf)
          for (const bar of unknown)
            expect(labels.has(bar.date ?? new Date(bar.time).toISOString())).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEvidenceLedger } from '../evidence/ledger.ts'
import { analystTools } from './analystTools.ts'
import { runTool } from './runTool.ts'
import { dayMs } from './test/answers.ts'
import { type WorldOptions, worldOf } from './test/futures.ts'
import { inputs } from './test/world.ts'

const call = fc
  .oneof(
    ...Object.entries(inputs).map(([name, input]) =>
      input.map((value) => ({ name, input: value as object })),
    ),
  )
  .map(({ name, input }) => ({
    name,
    input: {
      ...input,
      ...('symbol' in input && { symbol: 'AAPL' }),
      ...('symbols' in input && { symbols: ['AAPL'] }),
    },
  }))

const options = fc.record<WorldOptions>({
  restates: fc.constantFrom('splits', 'splits+dividends', 'raw'),
  without: fc.constantFrom([], [], ['getCorporateActions']),
})

const cases = fc.record({
  call,
  options,
  asOf: fc.integer({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2024, 0, 1) }),
  later: fc.integer({ min: 1, max: 400 }),
  past: fc.nat(1e6),
  futures: fc.tuple(fc.nat(1e6), fc.nat(1e6)),
})

test('whatever comes later, what a tool says of the past is the same to the letter', async () => {
  const found = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(cases, async ({ call: asked, options, asOf, later, past, futures }) => {
      const now = asOf + later * dayMs
      const [one, other] = await Promise.all(
        futures.map((future) =>
          runTool(
            analystTools,
            asked,
            {
              sources: worldOf({ asOf, now, past, future }, options),
              ...{ asOf, now, timeoutMs: 1_000, universe: ['equity:AAPL'] },
              signal: new AbortController().signal,
            },
            createEvidenceLedger(asOf),
          ),
        ),
      )
      if (one?.isError === false) found.set(asked.name, (found.get(asked.name) ?? 0) + 1)
      expect(one?.content).toBe(other?.content)
    }),
    { numRuns: 1_500, seed: 9 },
  )
  for (const { name } of analystTools) expect(found.get(name) ?? 0).toBeGreaterThan(80)
}, 120_000)

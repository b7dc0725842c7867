import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnalyst } from '../analyst/createAnalyst.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { createEvidenceLedger, rowInstant } from '../evidence/ledger.ts'
import { scripted } from '../llm/scripted.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { analystTools } from './analystTools.ts'
import { runTool } from './runTool.ts'
import { dayMs } from './test/answers.ts'
import { begin, days, inputs, isPoison, poisonWord, worldAt } from './test/world.ts'
import type { ToolContext } from './tool.ts'

const call = fc.oneof(
  ...Object.entries(inputs).map(([name, input]) => input.map((value) => ({ name, input: value as unknown }))),
)
const moment = {
  asOf: fc.integer({ min: begin + 100 * dayMs, max: begin + (days - 40) * dayMs }),
  isLive: fc.boolean(),
  salt: fc.nat(997),
}

function expectNoPoison(evidence: readonly Evidence[], asOf: number): void {
  for (const { asOf: labels, metrics, quotes = [] } of evidence) {
    expect(labels.every((label) => rowInstant(label) <= asOf)).toBe(true)
    for (const { unit, values } of metrics)
      expect(values.filter((value) => value !== null && isPoison(value, unit))).toEqual([])
    expect(quotes.filter(({ text }) => text.includes(poisonWord))).toEqual([])
  }
}

test('the world of this test is made for every tool', () => {
  expect(Object.keys(inputs).sort()).toEqual(analystTools.map(({ name }) => name).sort())
})

test('what became known after the as-of time is in no evidence and in no answer', async () => {
  const outcomes = new Map<string, number>()
  const cases = fc.record({ call, ...moment })
  await fc.assert(
    fc.asyncProperty(cases, async ({ call: asked, asOf, isLive, salt }) => {
      const now = isLive ? asOf : asOf + 1 + salt * dayMs
      const context: ToolContext = {
        sources: worldAt(asOf, now, salt),
        ...{ asOf, now, timeoutMs: 1_000, universe: ['equity:AAPL', 'crypto:BTC/USD'] },
        signal: new AbortController().signal,
      }
      const ledger = createEvidenceLedger(asOf)
      const { content, isError } = await runTool(analystTools, asked, context, ledger)
      const outcome = `${asked.name} ${isError ? JSON.parse(content).error : 'found'}`
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      expectNoPoison(ledger.list(), asOf)
      expect(content).not.toMatch(/POISON|2099-/)
    }),
    { numRuns: 10_000, seed: 5 },
  )
  // A tool that always fails would pass too.
  for (const { name } of analystTools) expect(outcomes.get(`${name} found`) ?? 0).toBeGreaterThan(300)
  expect(
    [...outcomes.keys()].filter((key) => key.includes('validation') || key.includes('bad_input')),
  ).toEqual([])
}, 180_000)

test('nor is it in the evidence of a whole run', async () => {
  const cases = fc.record({ calls: fc.array(call, { minLength: 1, maxLength: 6 }), ...moment })
  let found = 0
  await fc.assert(
    fc.asyncProperty(cases, async ({ calls, asOf, isLive, salt }) => {
      const now = isLive ? asOf : asOf + 1 + salt * dayMs
      const analyst = createAnalyst({
        llm: scripted((_request, index) => (index === 0 ? { toolCalls: calls } : '{}')),
        client: worldAt(asOf, now, salt),
        asOf,
        clock: { now: () => now, schedule: () => () => {} },
        readNewsWith: 'rules',
      })
      const { evidence } = await analyst.report(technicalReport, { symbol: 'AAPL' }).result
      found += evidence.length
      expectNoPoison(evidence, asOf)
    }),
    { numRuns: 300, seed: 7 },
  )
  expect(found).toBeGreaterThan(600)
}, 60_000)

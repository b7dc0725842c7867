import { describe, expect, test } from 'vitest'
import { NetworkError, UpstreamError } from '../../errors/index.ts'
import { createRandom } from '../../testing/random.ts'
import type { Script } from '../llm/scripted.ts'
import { scripted } from '../llm/scripted.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { verifyReport } from '../verify/verifyReport.ts'
import { createAnalyst } from './createAnalyst.ts'
import {
  client,
  clock,
  collect,
  evidenceIn,
  honest,
  honestReport,
  lookUpBars,
  trueClaim,
} from './test/fixtures.ts'

const price = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 }

describe('the price list', () => {
  const runWith = async (asOf: string | undefined) => {
    const llm = scripted(honest, { clock, price: { ...price, ...(asOf && { asOf }) } })
    const run = createAnalyst({ llm, client, clock }).report(technicalReport, { symbol: 'AAPL' })
    const statuses = (await collect(run)).flatMap((event) => (event.type === 'status' ? [event.status] : []))
    return { statuses, spent: (await run.result).spent }
  }

  test('that money is counted by is told with what was spent, and that it is old as the run begins', async () => {
    const { statuses, spent } = await runWith('2025-11-01')
    expect(statuses.slice(0, 2)).toEqual(['checking', 'old-prices'])
    expect(spent.pricesAsOf).toBe('2025-11-01')
  })

  test('is no matter while it is new, or where prices were given', async () => {
    const recent = await runWith('2026-05-01')
    expect(recent.statuses).not.toContain('old-prices')
    expect(recent.spent.pricesAsOf).toBe('2026-05-01')
    const given = await runWith(undefined)
    expect(given.statuses).not.toContain('old-prices')
    expect(given.spent).not.toHaveProperty('pricesAsOf')
  })
})

describe('a call that fails without telling its usage', () => {
  const limits = { usd: 0.3, outputTokens: 9_000 }
  const runAgainst = async (error: NetworkError | UpstreamError) => {
    const llm = scripted(() => ({ text: 'Never.', fault: { kind: 'error', error } }), { clock, price })
    const run = createAnalyst({ llm, client, clock, budget: limits }).report(technicalReport, {
      symbol: 'AAPL',
    })
    await expect(run.result).rejects.toMatchObject({ code: error.code })
    return llm.requests.map(({ maxOutputTokens }) => maxOutputTokens)
  }

  test.each([
    new NetworkError('The connection broke.', { provider: 'fake' }),
    new UpstreamError('The answer broke off.', { provider: 'fake' }),
  ])('may be on the bill ($code): what it could have cost is not spent on the next', async (error) => {
    const asked = await runAgainst(error)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.reduce((sum, tokens) => sum + tokens)).toBeLessThanOrEqual(limits.outputTokens)
  })

  test('is not, where it was refused', async () => {
    const asked = await runAgainst(new UpstreamError('Overloaded.', { provider: 'fake', status: 529 }))
    expect(asked).toHaveLength(3)
    expect(new Set(asked).size).toBe(1)
  })
})

test('a debate is paid out of the same budget, whatever the sides say', async () => {
  const random = createRandom(11)
  const ends = new Map<string, number>()
  for (let round = 0; round < 60; round++) {
    const script: Script = (request, index) => {
      const bars = evidenceIn(request).at(-1)
      if (index === 0 || !bars) return lookUpBars
      const asked = JSON.stringify(request.messages.at(-1))
      if (asked.includes('Argue for'))
        return random.next() < 0.5 ? 'And so on. '.repeat(4_000) : { json: { claims: [trueClaim(bars)] } }
      return { json: honestReport(bars) }
    }
    const usd = 0.03 + random.next() * 0.25
    const budget = { usd, outputTokens: 500 + random.below(12_000), toolCalls: 4 }
    const llm = scripted(script, { clock, price })
    const run = createAnalyst({ llm, client, clock, budget }).report(
      technicalReport,
      { symbol: 'AAPL' },
      { debate: true },
    )
    const { report, evidence, spent } = await run.result.catch(() => ({
      report: null,
      evidence: [],
      spent: null,
    }))
    if (!report || !spent) {
      // The budget does not hold a single call.
      expect(llm.requests).toHaveLength(0)
      continue
    }
    ends.set(report.status, (ends.get(report.status) ?? 0) + 1)
    expect(verifyReport(report, evidence).ok).toBe(true)
    expect(spent.usd).toBeLessThanOrEqual(usd)
    expect(spent.outputTokens).toBeLessThanOrEqual(budget.outputTokens)
    expect(spent.toolCalls).toBeLessThanOrEqual(budget.toolCalls)
  }
  // Both kinds of budget were among them.
  expect(ends.get('complete')).toBeGreaterThan(3)
  expect(ends.get('partial')).toBeGreaterThan(3)
})

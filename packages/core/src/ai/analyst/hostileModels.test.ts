import { expect, test } from 'vitest'
import { createRandom } from '../../testing/random.ts'
import type { LlmUsage } from '../llm/port.ts'
import { type ScriptedAnswer, scripted } from '../llm/scripted.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { verifyReport } from '../verify/verifyReport.ts'
import { createAnalyst } from './createAnalyst.ts'
import { client, clock, emptyTechnical, evidenceIn, trueClaim } from './test/fixtures.ts'

type Random = ReturnType<typeof createRandom>

/** What a model that wants to overspend says, whatever it is asked. */
function overspend(random: Random, index: number): ScriptedAnswer {
  const call = (place: number) => ({
    id: `call-${index}-${place}`,
    name: random.pick(['bars', 'quote', 'indicator', 'nonsense']),
    input: {
      symbol: random.pick(['AAPL', 'MSFT', 'ZZZZQ']),
      interval: '1d',
      rows: 1 + random.below(60),
      name: 'RSI',
      period: 14,
    },
  })
  const calls = (count: number) => Array.from({ length: count }, (_, place) => call(place))
  return random.pick<() => ScriptedAnswer>([
    () => ({ toolCalls: calls(1) }),
    () => ({ toolCalls: calls(2 + random.below(60)) }),
    () => ({ text: 'Let me think. '.repeat(random.below(2_000)), toolCalls: calls(1) }),
    () => ({ toolCalls: [{ name: 'bars', input: 'x'.repeat(random.below(100_000)) }] }),
    () => ({ toolCalls: [{ name: 'bars', input: [null, { symbol: 7, rows: '1e99' }] }] }),
  ])()
}

/** What it tells of its usage, when it lies. */
const lies: readonly Partial<LlmUsage>[] = [
  { inputTokens: 1e12, outputTokens: 1e12 },
  { inputTokens: 0, outputTokens: 0 },
  { inputTokens: -1e12, outputTokens: -1e12, cacheReadTokens: -1e12 },
  { inputTokens: Number.NaN, cacheWriteTokens: Number.POSITIVE_INFINITY },
]

/** What it says once it has to write: something true, at some length, or cut off by its limit. */
function write(random: Random, evidence: ReturnType<typeof evidenceIn>): ScriptedAnswer {
  const seen = evidence.filter(({ metrics }) => 'close' in metrics).at(-1) ?? evidence.at(-1)
  if (!seen) return { text: 'There is nothing to say.' }
  const metric = 'close' in seen.metrics ? 'close' : 'last'
  const claim = trueClaim(seen)
  const slots = claim.slots.map((slot) => ({ ...slot, metric }))
  const claims = Array.from({ length: 1 + random.below(5) }, (_, id) => ({
    ...claim,
    id: `c${id}`,
    slots,
    text: `The price of ${seen.subject.replace(/^.*:/, '')} is {a}.`,
  }))
  const report = { ...emptyTechnical, trend: claims, momentum: random.pick([[], claims]) }
  return random.pick<ScriptedAnswer>([
    ...Array.from({ length: 8 }, () => ({ json: report })),
    { text: `${JSON.stringify(report)} And more. ${'x'.repeat(random.below(100_000))}` },
    { text: JSON.stringify(report).slice(0, random.below(2_000)) },
    { text: '{"trend": [[[[{"claims": null}]]], "__proto__": {"ok": true}}' },
    { toolCalls: [{ name: 'bars', input: { symbol: 'AAPL' } }] },
  ])
}

test('of a thousand models none spends more than its budget, and a capped run still ends in a valid partial report', async () => {
  const random = createRandom(11)
  const capped = { valid: 0, abstained: 0 }
  for (let run = 0; run < 1_000; run++) {
    const limits = {
      usd: random.pick([Number.POSITIVE_INFINITY, 0.001, 0.08, 0.2, 0.5]),
      inputTokens: random.pick([Number.POSITIVE_INFINITY, 20_000, 60_000, 200_000]),
      outputTokens: random.pick([Number.POSITIVE_INFINITY, 1_500, 4_000, 12_000]),
      toolCalls: random.pick([Number.POSITIVE_INFINITY, 0, 1, 3, 10]),
    }
    const stopsAfter = random.pick([2, 5, Number.POSITIVE_INFINITY])
    const lie = random.pick([{}, {}, ...lies])
    const llm = scripted((request, index) => {
      const writes = request.toolChoice === 'none' || index >= stopsAfter
      const answer = writes ? write(random, evidenceIn(request)) : overspend(random, index)
      return { ...answer, usage: lie }
    })
    const { report, evidence, spent } = await createAnalyst({ llm, client, clock })
      .report(technicalReport, { symbol: 'AAPL' }, { budget: limits })
      .result.catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'QUOTA_EXHAUSTED' })
        expect(llm.requests).toEqual([])
        return { report: undefined, evidence: [], spent: undefined }
      })
    if (!report || !spent) continue
    for (const [name, limit] of Object.entries(limits))
      expect(Object.entries(spent)).toContainEqual([
        name,
        expect.toSatisfy((used: number) => used >= 0 && used <= limit + 1e-9),
      ])
    expect(verifyReport(report, evidence).ok).toBe(true)
    if (report.missing.some(({ reason }) => reason === 'budget'))
      capped[report.status === 'abstained' ? 'abstained' : 'valid']++
  }
  expect(capped.valid).toBeGreaterThan(300)
  expect(capped.valid / (capped.valid + capped.abstained)).toBeGreaterThanOrEqual(0.99)
}, 300_000)

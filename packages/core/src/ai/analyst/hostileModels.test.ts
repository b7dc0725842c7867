import { expect, test } from 'vitest'
import { createRandom } from '../../testing/random.ts'
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
  ])()
}

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
  return { json: { ...emptyTechnical, trend: claims, momentum: random.pick([[], claims]) } }
}

test('no model spends more than its budget, and a capped run still ends in a valid partial report', async () => {
  const random = createRandom(11)
  const outcomes = { complete: 0, partial: 0, abstained: 0, QUOTA_EXHAUSTED: 0 }
  let capped = 0
  for (let run = 0; run < 300; run++) {
    const limits = {
      usd: random.pick([Number.POSITIVE_INFINITY, 0.08, 0.2, 0.5]),
      inputTokens: random.pick([Number.POSITIVE_INFINITY, 20_000, 60_000, 200_000]),
      outputTokens: random.pick([Number.POSITIVE_INFINITY, 1_500, 4_000, 12_000]),
      toolCalls: random.pick([Number.POSITIVE_INFINITY, 0, 1, 3, 10]),
    }
    const stopsAfter = random.pick([2, 5, Number.POSITIVE_INFINITY])
    const llm = scripted((request, index) =>
      request.toolChoice === 'none' || index >= stopsAfter
        ? write(random, evidenceIn(request))
        : overspend(random, index),
    )
    const { report, evidence, spent } = await createAnalyst({ llm, client, clock })
      .report(technicalReport, { symbol: 'AAPL' }, { budget: limits })
      .result.catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'QUOTA_EXHAUSTED' })
        expect(llm.requests).toEqual([])
        return { report: undefined, evidence: [], spent: undefined }
      })
    if (!report || !spent) {
      outcomes.QUOTA_EXHAUSTED++
      continue
    }
    for (const [name, limit] of Object.entries(limits))
      if (limit !== undefined)
        expect(Object.entries(spent)).toContainEqual([
          name,
          expect.toSatisfy((used: number) => used <= limit + 1e-9),
        ])
    expect(verifyReport(report, evidence).ok).toBe(true)
    outcomes[report.status]++
    if (report.missing.some(({ reason }) => reason === 'budget')) capped++
  }
  expect(outcomes.abstained).toBe(0)
  expect(capped).toBeGreaterThan(100)
}, 120_000)

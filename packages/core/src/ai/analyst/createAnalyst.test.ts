import { describe, expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { synthetic } from '../../providers/synthetic/index.ts'
import type { LlmRequest } from '../llm/port.ts'
import { type Script, scripted } from '../llm/scripted.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { verifyReport } from '../verify/verifyReport.ts'
import type { AnalystOptions } from './analystOptions.ts'
import { createAnalyst } from './createAnalyst.ts'

const now = Date.UTC(2026, 5, 15, 15)
const clock = {
  now: () => now,
  schedule(delayMs: number, callback: () => void) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}
const client = createClient({ providers: [synthetic()], clock: { now: () => now, schedule: () => () => {} } })

function makeAnalyst(script: Script, options: Partial<AnalystOptions> = {}) {
  const llm = scripted(script, { clock })
  return { llm, analyst: createAnalyst({ llm, client, clock, ...options }) }
}

async function collect<event>(run: AsyncIterable<event>): Promise<event[]> {
  const events: event[] = []
  for await (const event of run) events.push(event)
  return events
}

type Packed = { ref: string; subject: string; asOf: string[]; metrics: Record<string, { unit: string }> }

/** Every piece of evidence that a request shows the model. */
function evidenceIn(request: LlmRequest): Packed[] {
  return request.messages
    .flatMap(({ content }) => content)
    .flatMap((block) =>
      block.type === 'tool-result' ? [block.content] : block.type === 'text' ? block.text.split('\n') : [],
    )
    .filter((text) => text.startsWith('{"ref"'))
    .map((text) => JSON.parse(text))
}

function slot(evidence: Packed, name: string, metric: string) {
  const { ref, subject, asOf } = evidence
  const row = asOf.at(-1) ?? ''
  return { name, subject, metric, asOf: row, ref, op: 'value', base: null, since: null, magnitude: false }
}

function claim(id: string, text: string, ...slots: ReturnType<typeof slot>[]) {
  return { id, text, slots, comparisons: [], quotes: [] }
}

const empty = {
  view: null,
  summary: [],
  trend: [],
  momentum: [],
  volatility: [],
  volume: [],
  levels: [],
  risks: [],
}
const lookUp = { toolCalls: [{ name: 'bars', input: { symbol: 'AAPL', interval: '1d', rows: 5 } }] }

/** A model that looks up bars and says one true thing about them. */
const honest: Script = (request, index) => {
  if (index === 0) return lookUp
  const bars = evidenceIn(request).at(-1)
  if (!bars) throw new Error('There is no evidence.')
  const view = {
    subject: bars.subject,
    stance: 'bullish',
    conviction: 'slight',
    horizon: 'week',
    because: [],
  }
  return {
    json: { ...empty, view, trend: [claim('c1', 'The shares closed at {a}.', slot(bars, 'a', 'close'))] },
  }
}

describe('createAnalyst', () => {
  test('a report is streamed, ends complete, and verifies again from what was stored', async () => {
    const { analyst } = makeAnalyst(honest)
    const run = analyst.report(technicalReport, { symbol: 'AAPL' })
    const events = await collect(run)
    const { report, evidence, spent } = await run.result
    expect(report).toMatchObject({
      kind: 'technical',
      status: 'complete',
      missing: [],
      subjects: ['equity:AAPL'],
    })
    expect(report.body?.trend[0]?.rendered).toMatch(/^The shares closed at \$[\d,.]+\.$/)
    const stored = JSON.parse(JSON.stringify({ report, evidence }))
    expect(verifyReport(stored.report, stored.evidence)).toMatchObject({ ok: true, claims: 1 })
    const types = new Set(events.map(({ type }) => type))
    expect(types).toEqual(new Set(['status', 'tool', 'usage', 'partial', 'final']))
    expect(spent.toolCalls).toBe(1)
    expect(spent.usd).toBeGreaterThan(0)
  })
})

import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { StarkMatterError, UpstreamError } from '../../errors/index.ts'
import { memoryResponseCache } from '../cache/responseCache.ts'
import { memoryJournal } from '../journal/journal.ts'
import type { Script } from '../llm/scripted.ts'
import { claimSchema } from '../schemas/claimSchema.ts'
import { portfolioReview } from '../schemas/portfolioReview.ts'
import { technicalReport } from '../schemas/technicalReport.ts'
import { verifyReport } from '../verify/verifyReport.ts'
import {
  claimOf,
  client,
  clock,
  collect,
  emptyTechnical,
  evidenceIn,
  honest,
  honestReport,
  lookUpBars,
  makeAnalyst,
  newestEvidence,
  slotOf,
  trueClaim,
} from './test/fixtures.ts'

describe('a run', () => {
  test('is streamed, ends complete, and verifies again from what was stored', async () => {
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
    expect(verifyReport(stored.report, stored.evidence)).toMatchObject({ ok: true, claims: 2 })
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['status', 'tool', 'usage', 'partial', 'final']),
    )
    expect(events.at(-1)).toMatchObject({ type: 'final', report })
    expect(spent.toolCalls).toBe(1)
    expect(spent.usd).toBeGreaterThan(0)
  })

  test('tells plain data only, so that it can be sent as lines of JSON', async () => {
    const events = await collect(makeAnalyst(honest).analyst.report(technicalReport, { symbol: 'AAPL' }))
    expect(JSON.parse(JSON.stringify(events))).toEqual(events)
  })

  test('begins every request with the same words, so that the vendor can cache them', async () => {
    const { analyst, llm } = makeAnalyst(honest)
    await analyst.report(technicalReport, { symbol: 'AAPL' }).result
    const [first, second] = llm.requests
    const prefix = (request: typeof first) =>
      JSON.stringify([request?.system, request?.tools, request?.output])
    expect(prefix(second)).toBe(prefix(first))
    expect(second?.messages.slice(0, 1)).toEqual(first?.messages)
  })

  test('shows a claim only once it is verified, and never takes back what it showed', async () => {
    const script: Script = (request, index) => {
      if (index === 0) return lookUpBars
      const bars = newestEvidence(request)
      const lie = claimOf('c2', 'The shares closed at 12.', slotOf(bars, 'a', 'close'))
      return { json: { ...emptyTechnical, trend: index === 1 ? [trueClaim(bars), lie] : [trueClaim(bars)] } }
    }
    const run = makeAnalyst(script).analyst.report(technicalReport, { symbol: 'AAPL' })
    let trend: readonly { rendered: string }[] = []
    for await (const event of run) {
      if (event.type === 'reset') trend = []
      if (event.type !== 'partial') continue
      const shown = event.body.trend ?? []
      expect(shown.slice(0, trend.length)).toEqual(trend)
      trend = shown
      for (const { rendered } of trend) expect(rendered).toMatch(/^The shares closed at \$/)
    }
    expect((await run.result).report.status).toBe('complete')
  })

  test('a reader who comes late gets every event', async () => {
    const run = makeAnalyst(honest).analyst.report(technicalReport, { symbol: 'AAPL' })
    await run.result
    expect(await collect(run)).toEqual(await collect(run))
    expect((await collect(run)).length).toBeGreaterThan(5)
  })

  test('digits are written in the locale that was asked for', async () => {
    const run = makeAnalyst(honest, { locale: 'de-DE' }).analyst.report(technicalReport, { symbol: 'AAPL' })
    expect((await run.result).report.body?.trend[0]?.rendered).toMatch(/closed at \d+,\d\d\s\$\.$/)
  })

  test('about the past sees nothing that came later', async () => {
    const asOf = '2025-03-14T12:00:00.000Z'
    const { evidence, report } = await makeAnalyst(honest, { asOf }).analyst.report(technicalReport, {
      symbol: 'AAPL',
    }).result
    expect(report.asOf).toBe(asOf)
    expect(evidence.flatMap((piece) => piece.asOf).every((row) => row < asOf)).toBe(true)
  })
})

describe('repair', () => {
  test('is asked for once, with what is wrong, and what is still wrong is left out and listed', async () => {
    const { analyst, llm } = makeAnalyst((request, index) => {
      if (index === 0) return lookUpBars
      const bars = newestEvidence(request)
      const lie = claimOf('c2', 'The shares closed at twelve dollars.', slotOf(bars, 'a', 'close'))
      return { json: { ...emptyTechnical, trend: [trueClaim(bars), lie], volume: [trueClaim(bars, 'c3')] } }
    })
    const { report } = await analyst.report(technicalReport, { symbol: 'AAPL' }).result
    expect(llm.requests).toHaveLength(3)
    const said = JSON.stringify(llm.requests[2]?.messages.at(-1))
    expect(said).toContain('trend[1]: ')
    expect(said).toContain('twelve')
    expect(report.status).toBe('partial')
    expect(report.body?.trend).toHaveLength(1)
    expect(report.missing).toMatchObject([{ path: 'trend[1]', reason: 'unverified' }])
  })

  test.each<[string, Script]>([
    ['no JSON', ['I would rather not say.', 'Nor now.']],
    ['broken JSON', ['{"view": nul', '{"view" 1']],
    ['another schema', [{ json: [1, 2] }, { json: { verdict: 'up' } }]],
    [
      'a refusal',
      [
        { stop: 'refusal', text: '' },
        { stop: 'refusal', text: '' },
      ],
    ],
    ['nothing', ['', '']],
    ['an empty report', [{ json: emptyTechnical }]],
  ])('%s, twice, is an abstention', async (_what, script) => {
    const { report, evidence } = await makeAnalyst(script).analyst.report(technicalReport, { symbol: 'AAPL' })
      .result
    expect(report).toMatchObject({ status: 'abstained', body: null })
    expect(verifyReport(report, evidence).ok).toBe(true)
  })

  test('a report that was cut off is asked for again, shorter', async () => {
    const { analyst, llm } = makeAnalyst((request, index) => {
      const text = JSON.stringify(honestReport(newestEvidence(request)))
      if (index === 0) return lookUpBars
      return index === 1 ? { text: text.slice(0, -30), stop: 'max-tokens' } : text
    })
    const { report } = await analyst.report(technicalReport, { symbol: 'AAPL' }).result
    expect(report.status).toBe('complete')
    expect(JSON.stringify(llm.requests[2]?.messages)).toContain('shorter')
  })

  test('what was verified of a report that is cut off twice stands, as a partial one', async () => {
    const { analyst } = makeAnalyst((request, index) => {
      const text = JSON.stringify(honestReport(newestEvidence(request)))
      return index === 0
        ? lookUpBars
        : { text: text.slice(0, text.indexOf('"momentum"')), stop: 'max-tokens' }
    })
    const { report } = await analyst.report(technicalReport, { symbol: 'AAPL' }).result
    expect(report).toMatchObject({ status: 'partial', body: { momentum: [], risks: [] } })
    expect(report.body?.trend).toHaveLength(1)
    expect(report.missing.map(({ path }) => path)).toContain('risks')
  })

  test('what a schema asks of its parts together is asked of the report', async () => {
    const own = z
      .object({ first: z.array(claimSchema), second: z.array(claimSchema) })
      .check(
        z.refine(({ first, second }) => first.length === second.length, 'As many of one as of the other.'),
      )
    const { analyst, llm } = makeAnalyst((request, index) => {
      if (index === 0) return lookUpBars
      const one = trueClaim(newestEvidence(request))
      return { json: { first: [one], second: index === 1 ? [] : [one] } }
    })
    const { report } = await analyst.report(own, { symbol: 'AAPL' }).result
    expect(JSON.stringify(llm.requests[2]?.messages)).toContain('As many of one as of the other.')
    expect(report).toMatchObject({ status: 'complete', body: { second: [{ id: 'c1' }] } })
  })

  test('a text between two objects of a list does not spoil the list', async () => {
    const own = z.object({
      sections: z.array(z.object({ heading: z.string(), note: claimSchema })),
    })
    const { report } = await makeAnalyst((request, index) => {
      if (index === 0) return lookUpBars
      const note = trueClaim(newestEvidence(request))
      return {
        json: {
          sections: [
            { heading: 'Close', note },
            { heading: 'Up 12 %', note },
            { heading: 'Trend', note },
          ],
        },
      }
    }).analyst.report(own, { symbol: 'AAPL' }).result
    expect(report.body?.sections.map(({ heading }) => heading)).toEqual(['Close', 'Trend'])
    expect(report.missing).toMatchObject([{ path: 'sections[1].heading', reason: 'unverified' }])
  })
})

describe('an answer that breaks off', () => {
  const fault = { kind: 'error', error: new UpstreamError('Overloaded.'), at: 8 } as const

  test('is asked for again, and the reader is told to begin anew', async () => {
    const { analyst } = makeAnalyst((request, index) => {
      if (index === 0) return lookUpBars
      const json = honestReport(newestEvidence(request))
      return index === 1 ? { json, fault } : { json }
    })
    const run = analyst.report(technicalReport, { symbol: 'AAPL' })
    const events = await collect(run)
    expect((await run.result).report.status).toBe('complete')
    expect(events).toContainEqual({ type: 'reset', reason: 'retry' })
  })

  test('is paid for once', async () => {
    const usage = { inputTokens: 1000, outputTokens: 10 }
    const { analyst } = makeAnalyst((request, index) => {
      if (index === 0) return { ...lookUpBars, usage }
      const json = honestReport(newestEvidence(request))
      return index === 1 ? { json, usage, fault: { kind: 'end', at: 1 } } : { json, usage }
    })
    const { spent } = await analyst.report(technicalReport, { symbol: 'AAPL' }).result
    expect(spent).toMatchObject({ inputTokens: 3000, outputTokens: 10 + 1 + 10 })
  })

  test('again and again is an error with the adapter’s code', async () => {
    const { analyst } = makeAnalyst(() => ({
      text: '{',
      fault: { kind: 'error', error: new UpstreamError('Overloaded.') },
    }))
    const run = analyst.report(technicalReport, { symbol: 'AAPL' })
    await expect(run.result).rejects.toMatchObject({ code: 'UPSTREAM' })
    await expect(collect(run)).rejects.toMatchObject({ code: 'UPSTREAM' })
  })
})

describe('time', () => {
  test('a model that falls silent ends the run at its deadline', async () => {
    const { analyst } = makeAnalyst(() => ({ text: '{', fault: { kind: 'silence', at: 1 } }))
    const run = analyst.report(technicalReport, { symbol: 'AAPL' }, { timeoutMs: 80 })
    await expect(run.result).rejects.toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringContaining('timeoutMs'),
    })
  })

  test('a model that looks things up for too long is made to write with what there is', async () => {
    const { analyst, llm } = makeAnalyst((request, index) => {
      if (index === 0) return lookUpBars
      if (index === 1) return { ...lookUpBars, fault: { kind: 'silence', at: 1 } }
      return { json: honestReport(newestEvidence(request)) }
    })
    const { report } = await analyst.report(technicalReport, { symbol: 'AAPL' }, { timeoutMs: 1_500 }).result
    expect(llm.requests.map(({ toolChoice }) => toolChoice)).toEqual(['auto', 'auto', 'none'])
    expect(report).toMatchObject({ status: 'partial', missing: [{ path: '', reason: 'timeout' }] })
    expect(report.body?.trend).toHaveLength(1)
  })

  test('what was verified before the deadline is a partial report', async () => {
    const { analyst } = makeAnalyst((request, index) => {
      if (index === 0) return lookUpBars
      const json = honestReport(newestEvidence(request))
      // Twenty-four characters an event, after the one that tells usage.
      const at = 1 + Math.ceil(JSON.stringify(json).indexOf('"momentum"') / 24)
      return { json, fault: { kind: 'silence', at } }
    })
    const { report } = await analyst.report(technicalReport, { symbol: 'AAPL' }, { timeoutMs: 300 }).result
    expect(report.status).toBe('partial')
    expect(report.body?.trend).toHaveLength(1)
    expect(report.missing).toContainEqual(expect.objectContaining({ path: '', reason: 'timeout' }))
  })

  test('a signal and a cancellation end the run at once', async () => {
    const stuck: Script = () => ({ text: '{', fault: { kind: 'silence', at: 1 } })
    const controller = new AbortController()
    const run = makeAnalyst(stuck).analyst.report(
      technicalReport,
      { symbol: 'AAPL' },
      { signal: controller.signal },
    )
    controller.abort()
    await expect(run.result).rejects.toMatchObject({ code: 'ABORTED' })
    const other = makeAnalyst(stuck).analyst.report(technicalReport, { symbol: 'AAPL' })
    other.cancel()
    await expect(other.result).rejects.toMatchObject({ code: 'ABORTED' })
  })
})

describe('a run with', () => {
  test('a question is answered in the same verified form', async () => {
    const { analyst, llm } = makeAnalyst((request, index) => {
      if (index === 0) return lookUpBars
      const bars = newestEvidence(request)
      const answer = [claimOf('c1', 'AAPL closed at {a}.', slotOf(bars, 'a', 'close'))]
      return { json: { answer, sections: [], views: [], unanswered: ['Whether it will last.'] } }
    })
    const { report } = await analyst.ask('How did Apple close?').result
    expect(report).toMatchObject({ kind: 'answer', status: 'complete', subjects: [] })
    expect(JSON.stringify(llm.requests[0]?.messages)).toContain('How did Apple close?')
  })

  test('positions has what they are worth as evidence', async () => {
    const { analyst } = makeAnalyst((request) => {
      const held = evidenceIn(request).find(({ metrics }) => 'weight' in metrics)
      if (!held) throw new Error('There is no portfolio evidence.')
      const claim = claimOf(
        'c1',
        'AAPL is {w} of the portfolio, worth {v}.',
        slotOf(held, 'w', 'weight'),
        slotOf(held, 'v', 'marketValue'),
      )
      return { json: { summary: [claim], holdings: [], concentration: [], performance: [], risks: [] } }
    })
    const { report } = await analyst.report(portfolioReview, {
      positions: [
        { symbol: 'AAPL', quantity: 10, averageCost: 100 },
        { symbol: 'MSFT', quantity: 5 },
      ],
    }).result
    expect(report.status).toBe('complete')
    expect(report.body?.summary[0]?.rendered).toMatch(/^AAPL is [\d.]+% of the portfolio, worth \$/)
  })

  test('a cache is free the second time, and the same to the byte', async () => {
    const cache = memoryResponseCache()
    const first = makeAnalyst(honest, { cache, asOf: '2025-03-14' })
    const run = () => first.analyst.report(technicalReport, { symbol: 'AAPL' })
    const original = await run().result
    const asked = first.llm.requests.length
    const again = run()
    const replay = await again.result
    expect(first.llm.requests).toHaveLength(asked)
    expect(JSON.stringify([replay.report, replay.evidence])).toBe(
      JSON.stringify([original.report, original.evidence]),
    )
    expect(replay).toMatchObject({ fromCache: true, spent: { usd: 0, inputTokens: 0, outputTokens: 0 } })
    expect((await collect(again)).at(-1)?.type).toBe('final')
  })

  test('a cache that was tampered with is made anew', async () => {
    const entries = new Map<string, string>()
    const cache = {
      get: async (key: string) => entries.get(key)?.replace(/closed at \$\d/, 'closed at $9'),
      set: async (key: string, value: string) => void entries.set(key, value),
    }
    const { analyst, llm } = makeAnalyst(
      (request, index) => {
        return index % 2 === 0 ? lookUpBars : { json: honestReport(newestEvidence(request)) }
      },
      { cache, asOf: '2025-03-14' },
    )
    await analyst.report(technicalReport, { symbol: 'AAPL' }).result
    await analyst.report(technicalReport, { symbol: 'AAPL' }).result
    expect(llm.requests.length).toBe(4)
  })

  test('a journal has its views taken down', async () => {
    const journal = memoryJournal()
    await makeAnalyst(honest, { journal }).analyst.report(technicalReport, { symbol: 'AAPL' }).result
    expect(await journal.list()).toMatchObject([
      { subject: 'equity:AAPL', stance: 'bullish', horizon: 'week', probabilityUp: 0.55, kind: 'technical' },
    ])
  })

  test('a debate hears both sides before the report is written, from verified claims only', async () => {
    const { analyst, llm } = makeAnalyst((request, index) => {
      if (index === 0) return lookUpBars
      const bars = newestEvidence(request)
      const asked = JSON.stringify(request.messages.at(-1))
      const lie = claimOf('x', 'It will rise tenfold.', slotOf(bars, 'a', 'close'))
      if (asked.includes('Argue for')) return { json: { claims: [trueClaim(bars, 'b1'), lie] } }
      return { json: honestReport(bars) }
    })
    const run = analyst.report(technicalReport, { symbol: 'AAPL' }, { debate: true })
    const { report, evidence } = await run.result
    expect(report.status).toBe('complete')
    expect(report.debate).toMatchObject({ bull: [{ id: 'b1' }], bear: [{ id: 'b1' }] })
    expect(verifyReport(report, evidence)).toMatchObject({ ok: true, claims: 4 })
    expect(JSON.stringify(llm.requests.at(-1)?.messages)).not.toContain('tenfold')
    expect(await collect(run)).toContainEqual({ type: 'reset', reason: 'debate' })
  })

  test('a client without prices still can be about what else there is', async () => {
    const { analyst } = makeAnalyst([{ json: emptyTechnical }], { client: {} })
    expect((await analyst.report(technicalReport, { symbol: 'AAPL' }).result).report.subjects).toEqual([
      'equity:AAPL',
    ])
  })

  test('a quote that fails for now is looked up as a bar', async () => {
    const { getBars } = client
    const getQuote = async () => {
      throw new UpstreamError('Down.')
    }
    const { analyst } = makeAnalyst(honest, { client: { getBars, getQuote } })
    expect((await analyst.report(technicalReport, { symbol: 'AAPL' }).result).report.status).toBe('complete')
  })
})

test('an error of a run is one of ours', async () => {
  const error = await makeAnalyst(['x'], { clock })
    .analyst.report(technicalReport, {})
    .result.catch((failure: unknown) => failure)
  expect(StarkMatterError.is(error)).toBe(true)
})

import { StarkMatterError, UpstreamError } from '../../errors/index.ts'
import { systemClock } from '../../http/clock.ts'
import { startDeadline, untilAborted } from '../../http/deadline.ts'
import { memoryResponseCache } from '../cache/responseCache.ts'
import { callsOf } from '../journal/callsOf.ts'
import { arePricesOld } from '../llm/arePricesOld.ts'
import type { LlmPort } from '../llm/port.ts'
import type { ReadingCache } from '../quarantine/createNewsReader.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { answerReport } from '../schemas/answerReport.ts'
import type { ReportBody, ReportSchema } from '../schemas/reportSchema.ts'
import type { AnalystEvent, AnalystResult } from './analystEvent.ts'
import type { AnalystOptions, ReportInput, RunOptions } from './analystOptions.ts'
import { type AnalystRun, createRun, type RunWork } from './createRun.ts'
import { checkTimeout, type Plan, planRun } from './planRun.ts'
import { prepareSession } from './prepareSession.ts'
import { createRunCache } from './runCache.ts'
import { createSharedRuns, nothingSpent } from './sharedRuns.ts'
import { systemPrompt } from './systemPrompt.ts'
import { writeReport } from './writeReport.ts'

export type Analyst = {
  /**
   * Writes a report of any schema that is made of objects, lists, enums, texts and claims.
   *
   * The run has begun when this returns. It ends `complete`, `partial` (a limit was met, or a claim could not be verified)
   * or `abstained`, or fails with a `StarkMatterError`:
   *
   * - BAD_REQUEST: a schema that cannot be sent, no instruments, an instant in the future
   * - UNKNOWN_SYMBOL, NO_DATA: an instrument that nobody lists, or without a price at that time
   * - INVALID_KEY, RETIRED: the language model cannot be used
   * - QUOTA_EXHAUSTED: the budget does not hold a single call
   * - TIMEOUT, ABORTED, and what providers and models answer
   */
  report<const schema extends ReportSchema>(
    schema: schema,
    input: ReportInput,
    options?: RunOptions,
  ): AnalystRun<schema>
  /** Answers a free question, about the instruments given or about none, in the same verified form. */
  ask(
    question: string,
    input?: Omit<ReportInput, 'question'>,
    options?: RunOptions,
  ): AnalystRun<typeof answerReport>
}

const defaultTimeoutMs = 120_000

/**
 * An analyst that writes reports whose every number is resolved from evidence and verified. It places no orders.
 *
 * @example
 * const analyst = createAnalyst({ llm: anthropic({ apiKey }), client })
 * const run = analyst.report(technicalReport, { symbol: 'AAPL' })
 * for await (const event of run) if (event.type === 'partial') show(event.body)
 * const { report, evidence } = await run.result
 */
export function createAnalyst(options: AnalystOptions): Analyst {
  const { clock = systemClock, llm } = options
  const cache = createRunCache(options.cache)
  const shared = createSharedRuns()
  const readings = createReadingCache(options.cache)
  let isChecked = false

  async function run<schema extends ReportSchema>(
    schema: schema,
    input: ReportInput,
    runOptions: RunOptions,
    emit: (event: AnalystEvent<schema>) => void,
    cancelled: AbortSignal,
  ): Promise<AnalystResult<schema>> {
    const { debate = false, signal } = runOptions
    const timeoutMs = checkTimeout(runOptions.timeoutMs ?? defaultTimeoutMs)
    const now = clock.now()
    emit({ type: 'status', status: 'checking' })
    const plan = planRun(options, schema, input, runOptions, now)
    const key = cache.keyOf({
      ...plan,
      tools: undefined,
      input,
      debate,
      readNewsWith: options.readNewsWith,
      system: systemPrompt,
      models: modelsOf(llm),
    })
    const work: RunWork<schema> = (emit, cancelled) =>
      perform(schema, plan, { key, debate, timeoutMs, now }, emit, cancelled)
    const left = signal ? AbortSignal.any([signal, cancelled]) : cancelled
    // What a longer time would make of it, a run with less time does not know.
    return options.cache ? shared.join(`${timeoutMs} ${key}`, work, emit, left) : work(emit, left)
  }

  async function perform<schema extends ReportSchema>(
    schema: schema,
    plan: Plan,
    { key, debate, timeoutMs, now }: { key: string; debate: boolean; timeoutMs: number; now: number },
    emit: (event: AnalystEvent<schema>) => void,
    cancelled: AbortSignal,
  ): Promise<AnalystResult<schema>> {
    const deadline = startDeadline(clock, timeoutMs, [cancelled], {
      describe: () => `The report was not done within ${timeoutMs} ms. Allow more with "timeoutMs".`,
    })
    try {
      const { signal } = deadline
      const known = await untilAborted(cache.get<ReportBody<schema>>(key), signal)
      if (known) return { ...known, spent: nothingSpent, fromCache: true }
      if (!isChecked) {
        await untilAborted(
          Promise.resolve().then(() => llm.check({ signal, timeoutMs })),
          signal,
        )
        isChecked = true
      }
      if (arePricesOld(llm.price('deep'), now)) emit({ type: 'status', status: 'old-prices' })
      const prepared = prepareSession(options, schema, plan, { clock, deadline, now, readings }, emit)
      const { session, conversation } = await untilAborted(prepared, signal)
      const report = await writeReport(session, conversation, { withDebate: debate })
      // Its body was fitted to the schema, which the type system cannot follow.
      const finished = { report: report as StoredReport<ReportBody<schema>>, evidence: session.ledger.list() }
      // What a limit of time cut off may be longer the next time.
      const kept = session.limitedBy === 'timeout' ? undefined : cache.set(key, finished)
      // Whoever stores it may be slow: the reader has the report when time is up.
      await untilAborted(Promise.all([kept, takeDown(report, options, emit)]), signal).catch(() => {})
      return { ...finished, spent: session.budget.spent, fromCache: false }
    } finally {
      deadline.end()
    }
  }

  const start = <schema extends ReportSchema>(schema: schema, input: ReportInput, runOptions: RunOptions) =>
    createRun<schema>((emit, cancelled) =>
      run(schema, input, runOptions, emit, cancelled).catch((error) => {
        throw typed(error, llm)
      }),
    )

  return {
    report: (schema, input, runOptions = {}) => start(schema, input, runOptions),
    ask: (question, input = {}, runOptions = {}) => start(answerReport, { ...input, question }, runOptions),
  }
}

/** What is none of our errors comes of a part that does not keep to its port; the cause tells which. */
function typed(error: unknown, llm: LlmPort): StarkMatterError {
  if (StarkMatterError.is(error)) return error
  return new UpstreamError('The run failed on what its language model or a source gave. See the cause.', {
    provider: String(llm?.id),
    cause: error,
  })
}

function modelsOf(llm: LlmPort): Record<string, string> {
  return { id: llm.id, deep: llm.model('deep'), fast: llm.model('fast') }
}

/** Takes the views of a report down. A journal that fails does not cost the reader the report. */
async function takeDown(
  report: StoredReport,
  { journal, llm }: AnalystOptions,
  emit: (event: { type: 'status'; status: 'not-journaled' }) => void,
): Promise<void> {
  try {
    for (const call of journal ? callsOf(report, llm.model('deep')) : []) await journal?.add(call)
  } catch {
    emit({ type: 'status', status: 'not-journaled' })
  }
}

/** What articles were read as, shared by the runs of an analyst: each text is paid once. */
function createReadingCache(cache = memoryResponseCache({ maxEntries: 5_000 })): ReadingCache {
  const keyOf = (key: string) => `reading:${key}`
  return {
    async get(key) {
      try {
        const text = await cache.get(keyOf(key))
        return text === undefined ? undefined : JSON.parse(text)
      } catch {
        // What is damaged, or cannot be had, is read anew.
        return undefined
      }
    },
    async set(key, reading) {
      try {
        await cache.set(keyOf(key), JSON.stringify(reading))
      } catch {
        // The next run reads it anew.
      }
    },
  }
}

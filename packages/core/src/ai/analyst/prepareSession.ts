import type { Clock } from '../../http/clock.ts'
import type { Deadline } from '../../http/deadline.ts'
import { createBudget } from '../budget/createBudget.ts'
import { createEvidenceLedger } from '../evidence/ledger.ts'
import { createNewsReader, type ReadingCache } from '../quarantine/createNewsReader.ts'
import type { ReportSchema } from '../schemas/reportSchema.ts'
import { packResult } from '../tools/packResult.ts'
import type { ToolContext } from '../tools/tool.ts'
import type { AnalystEvent } from './analystEvent.ts'
import type { AnalystOptions } from './analystOptions.ts'
import type { Conversation } from './conversation.ts'
import { firstMessage } from './firstMessage.ts'
import { lookUpSubjects, type Subject } from './lookUpSubjects.ts'
import type { Plan } from './planRun.ts'
import { positionEvidence } from './positionEvidence.ts'
import type { Session } from './session.ts'
import { systemPrompt } from './systemPrompt.ts'

const longestReport = 6_000
/** Share of the time after which nothing new is looked up. */
const researchShare = 0.6

/**
 * Looks the instruments up and lays out what a run works with.
 *
 * @throws {StarkMatterError} what the client says of an instrument, such as UNKNOWN_SYMBOL
 */
export async function prepareSession<schema extends ReportSchema>(
  options: AnalystOptions,
  schema: schema,
  plan: Plan,
  {
    clock,
    deadline,
    now,
    readings,
  }: { clock: Clock; deadline: Deadline; now: number; readings: ReadingCache },
  emit: (event: AnalystEvent<schema>) => void,
): Promise<{ session: Session<schema>; conversation: Conversation }> {
  const { llm, client, news, sentiment, readNewsWith = 'model' } = options
  const budget = createBudget(plan.limits)
  const ledger = createEvidenceLedger(plan.asOf)
  const context: ToolContext = {
    sources: news ? { ...client, getNews: news.getNews } : client,
    asOf: plan.asOf,
    now,
    signal: deadline.signal,
    timeoutMs: Math.min(20_000, deadline.at - now),
    universe: [],
    reader: createNewsReader({
      budget,
      cache: readings,
      ...(readNewsWith === 'model' && { llm }),
      ...(sentiment && { analyzer: sentiment }),
    }),
  }
  const subjects = await lookUpSubjects(plan.about.symbols, context, ledger)
  const ids = [...new Set(subjects.map(({ id }) => id))]
  const toolContext = { ...context, universe: ids, names: namesOf(subjects) }
  const portfolio = positionEvidence(plan.about.positions, subjects).map((content) =>
    packResult([ledger.add(content)], false, undefined),
  )
  const asOf = new Date(plan.asOf).toISOString()
  const { question } = plan.about
  const message = firstMessage({ task: plan.task, question, asOf, subjects, portfolio })
  return {
    session: {
      schema,
      kind: plan.kind,
      llm,
      clock,
      deadline,
      writeAt: now + researchShare * (deadline.at - now),
      budget,
      reportTokens: reportTokensOf(plan, options),
      ledger,
      tools: plan.tools,
      toolContext,
      subjects: ids,
      locale: plan.locale,
      asOf,
      emit,
      limitedBy: undefined,
    },
    conversation: {
      system: systemPrompt,
      tools: plan.llmTools,
      output: plan.output,
      messages: [{ role: 'user', content: [{ type: 'text', text: message }] }],
    },
  }
}

/** A report takes at most a good part of what may be put out and paid in all. */
function reportTokensOf({ limits }: Plan, { llm }: AnalystOptions): number {
  const { usd = Number.POSITIVE_INFINITY, outputTokens = Number.POSITIVE_INFINITY } = limits
  const perToken = llm.price('deep').output / 1e6
  const byMoney = perToken > 0 ? (0.4 * usd) / perToken : Number.POSITIVE_INFINITY
  return Math.max(1, Math.floor(Math.min(longestReport, 0.45 * outputTokens, byMoney)))
}

function namesOf(subjects: readonly Subject[]): Record<string, readonly string[]> {
  return Object.fromEntries(subjects.flatMap(({ id, name }) => (name ? [[id, [name]]] : [])))
}

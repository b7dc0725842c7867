import * as z from 'zod/mini'
import { BadRequestError, InvalidParameterError } from '../../errors/index.ts'
import type { BudgetLimits } from '../budget/createBudget.ts'
import type { JsonSchema, LlmTool } from '../llm/port.ts'
import { answerReport } from '../schemas/answerReport.ts'
import type { ReportSchema } from '../schemas/reportSchema.ts'
import { toOutputSchema } from '../schemas/toOutputSchema.ts'
import { toSentSchema } from '../schemas/toSentSchema.ts'
import { analystTools } from '../tools/analystTools.ts'
import type { AnyTool } from '../tools/tool.ts'
import { isEnumValue } from '../verify/checkLabel.ts'
import type { AnalystOptions, ReportInput, RunOptions } from './analystOptions.ts'
import { checkPorts } from './checkPorts.ts'
import { readAsOf, readInput, type Task } from './readInput.ts'

/** A run as it was asked for, checked as far as that needs nobody else. */
export type Plan = {
  kind: string
  /** What the schema says the report is. */
  task: string | undefined
  output: JsonSchema
  about: Task
  /** ms UTC. */
  asOf: number
  locale: string
  limits: BudgetLimits
  tools: readonly AnyTool[]
  llmTools: readonly LlmTool[]
}

/** A timer asked for more fires at once. */
const longestTimer = 2 ** 31 - 1
const defaultLimits: Required<BudgetLimits> = {
  usd: 0.5,
  inputTokens: 250_000,
  outputTokens: 24_000,
  toolCalls: 24,
}
const limitNames = new Set(Object.keys(defaultLimits))

/**
 * @throws {BadRequestError} a part of the analyst is none, the schema cannot be sent, there is nothing to report on, or the time is not in the past
 */
export function planRun(
  options: AnalystOptions,
  schema: ReportSchema,
  input: ReportInput,
  run: RunOptions,
  now: number,
): Plan {
  checkPorts(options)
  if (!schema?._zod)
    throw new BadRequestError('The schema of a report is a zod schema, such as "technicalReport".', {
      parameter: 'schema',
    })
  const meta = z.globalRegistry.get(schema)
  const kind = meta?.title ?? 'custom'
  if (!isEnumValue(kind))
    throw new BadRequestError(
      `"${kind}" cannot be a kind of report: write its title in lower case, with hyphens and without numbers.`,
      {
        parameter: 'schema',
      },
    )
  const { tools = analystTools } = options
  const asOf = run.asOf ?? (typeof options.asOf === 'function' ? options.asOf() : options.asOf)
  const locale = run.locale ?? options.locale ?? 'en'
  return {
    kind,
    task: meta?.description,
    output: toOutputSchema(schema),
    about: readInput(input, schema !== answerReport),
    asOf: readAsOf(asOf, now),
    locale: checkLocale(locale),
    limits: checkLimits(run.budget ?? options.budget ?? defaultLimits),
    tools,
    llmTools: describeTools(tools),
  }
}

/** The tools as a model is told of them, in an order that does not change. */
function describeTools(tools: readonly AnyTool[]): LlmTool[] {
  return [...tools]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, description, input }) => ({ name, description, inputSchema: toSentSchema(input) }))
}

function checkLocale(locale: string): string {
  try {
    return new Intl.Locale(locale).toString()
  } catch {
    throw new BadRequestError(`"${locale}" is not a locale. Give a BCP 47 tag, such as "en" or "de-CH".`, {
      parameter: 'locale',
    })
  }
}

/**
 * @throws {InvalidParameterError} it is no time, or longer than a timer can wait
 */
export function checkTimeout(timeoutMs: number): number {
  if (timeoutMs > 0 && timeoutMs <= longestTimer) return timeoutMs
  throw new InvalidParameterError('timeoutMs', `a number above 0, at most ${longestTimer}`, timeoutMs)
}

function checkLimits(limits: BudgetLimits): BudgetLimits {
  if (typeof limits !== 'object')
    throw new BadRequestError('A budget is an object, such as { usd: 0.25 }.', { parameter: 'budget' })
  for (const [name, limit] of Object.entries(limits)) {
    // A limit that nobody looks at would be none.
    if (!limitNames.has(name))
      throw new BadRequestError(`A budget has no "${name}". Limit ${[...limitNames].join(', ')}.`, {
        parameter: 'budget',
      })
    if (limit !== undefined && !(typeof limit === 'number' && limit >= 0))
      throw new BadRequestError(`The budget's "${name}" is a number of at least 0.`, { parameter: 'budget' })
  }
  return limits
}

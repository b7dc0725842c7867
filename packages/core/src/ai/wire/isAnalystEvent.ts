import { isJsonObject, type JsonObject } from '../../provider/index.ts'
import { type AnalystEvent, analystStatuses, resetReasons } from '../analyst/analystEvent.ts'
import type { ReportSchema } from '../schemas/reportSchema.ts'

/**
 * Whether a value has the form of an event. What is in a body is not looked at: a page verifies the report with
 * `verifyReport`, which trusts nothing.
 */
export function isAnalystEvent<schema extends ReportSchema>(value: unknown): value is AnalystEvent<schema> {
  if (!isJsonObject(value)) return false
  switch (value.type) {
    case 'status':
      return isOneOf(analystStatuses, value.status)
    case 'tool':
      return isText(value.id) && isText(value.name) && isToolPhase(value)
    case 'partial':
      return isJsonObject(value.body)
    case 'reset':
      return isOneOf(resetReasons, value.reason)
    case 'usage':
      return isSpent(value.spent)
    case 'final':
      return (
        isReport(value.report) &&
        Array.isArray(value.evidence) &&
        isSpent(value.spent) &&
        typeof value.fromCache === 'boolean'
      )
    default:
      return false
  }
}

function isToolPhase({ phase, evidenceIds, error, message = '' }: JsonObject): boolean {
  if (phase === 'finished') return Array.isArray(evidenceIds) && evidenceIds.every(isText)
  return phase === 'failed' ? isText(error) && isText(message) : phase === 'started'
}

function isSpent(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    [value.usd, value.inputTokens, value.outputTokens, value.toolCalls].every(Number.isFinite)
  )
}

function isReport(value: unknown): boolean {
  if (!isJsonObject(value)) return false
  const { format, status, body, missing, subjects, disclaimer } = value
  return (
    format === 1 &&
    [value.id, value.kind, value.asOf, value.locale].every(isText) &&
    isOneOf(['complete', 'partial', 'abstained'], status) &&
    (status === 'abstained' ? body === null : isJsonObject(body)) &&
    Array.isArray(missing) &&
    missing.every((part) => isJsonObject(part) && isText(part.message)) &&
    Array.isArray(subjects) &&
    subjects.every(isText) &&
    isJsonObject(disclaimer) &&
    isText(disclaimer.text)
  )
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && values.includes(value)
}

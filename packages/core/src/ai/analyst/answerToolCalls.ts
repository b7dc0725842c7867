import { startDeadline, untilAborted } from '../../http/deadline.ts'
import type { LlmBlock } from '../llm/port.ts'
import { mapLimited } from '../mapLimited.ts'
import { runTool, type ToolResult } from '../tools/runTool.ts'
import type { Session } from './session.ts'

type ToolCall = Extract<LlmBlock, { type: 'tool-call' }>
type ToolAnswer = Extract<LlmBlock, { type: 'tool-result' }>

const atOnce = 4

/**
 * Runs the model's tool calls, a few at a time, and answers each, in order.
 *
 * @param most - How many results there is room for; the calls beyond are refused.
 */
export async function answerToolCalls(
  session: Session,
  calls: readonly ToolCall[],
  most: number,
): Promise<ToolAnswer[]> {
  return mapLimited([...calls.entries()], atOnce, ([index, call]) => answer(session, call, index < most))
}

async function answer(session: Session, call: ToolCall, hasRoom: boolean): Promise<ToolAnswer> {
  const { id, name, input } = call
  const reply = ({ content, isError }: Pick<ToolResult, 'content' | 'isError'>): ToolAnswer => ({
    type: 'tool-result',
    id,
    content,
    isError,
  })
  if (!hasRoom) return reply({ content: '{"error":"too_many_at_once"}', isError: true })
  if (!session.budget.takeToolCalls(1)) {
    session.limitedBy ??= 'budget'
    return reply({ content: '{"error":"budget"}', isError: true })
  }
  session.emit({ type: 'tool', id, name, input, phase: 'started' })
  const result = await lookUp(session, { name, input })
  session.emit(
    result.isError
      ? { type: 'tool', id, name, input, phase: 'failed', ...failureOf(result.content) }
      : { type: 'tool', id, name, input, phase: 'finished', evidenceIds: result.evidenceIds },
  )
  return reply(result)
}

/** A look-up ends when it is time to write: a source that hangs costs what it would have told, and not the report. */
async function lookUp(session: Session, call: { name: string; input: unknown }): Promise<ToolResult> {
  const { clock, deadline, toolContext, writeAt } = session
  const leftMs = Math.max(1, writeAt - clock.now())
  const patience = startDeadline(clock, leftMs, [deadline.signal])
  const { signal } = patience
  try {
    // One of a tool's questions may take half of it, so that there is time to do without the answer.
    const timeoutMs = Math.min(toolContext.timeoutMs, Math.ceil(leftMs / 2))
    const context = { ...toolContext, signal, timeoutMs }
    return await untilAborted(runTool(session.tools, call, context, session.ledger), signal)
  } catch (error) {
    if (!signal.aborted || deadline.signal.aborted) throw error
    return { content: '{"error":"timeout"}', isError: true, evidenceIds: [] }
  } finally {
    patience.end()
  }
}

function failureOf(content: string): { error: string; message?: string } {
  const { error, message }: { error?: unknown; message?: unknown } = JSON.parse(content)
  return { error: String(error), ...(typeof message === 'string' && { message }) }
}

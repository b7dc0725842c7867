import type { Reservation } from '../budget/createBudget.ts'
import { estimateRequest } from '../budget/estimateRequest.ts'
import type { LlmResponse } from '../llm/port.ts'
import { maxResultTokens } from '../tools/packResult.ts'
import { answerToolCalls } from './answerToolCalls.ts'
import { countTokens, late } from './callModel.ts'
import { type Conversation, requestOf, say } from './conversation.ts'
import type { Session } from './session.ts'
import type { DraftStream } from './streamDraft.ts'

// A model that still looks things up after so many turns is not going to come to an end.
const mostTurns = 16

// What a turn may take before the last one, most generous first: results of tools, and a share of a report's length.
const levels = [
  { results: 6, share: 1 },
  { results: 4, share: 0.6 },
  { results: 2, share: 0.35 },
  { results: 1, share: 0.15 },
] as const

export type Research = {
  /** With everything that was looked up in it. */
  conversation: Conversation
  /** The model's own end of its research: a draft of the report. Absent when a limit ended it. */
  draft: LlmResponse | undefined
  /** Answers of the model so far. */
  turns: number
}

/**
 * Lets the model look things up until it writes the report or a limit is near. What the last turn needs stays reserved
 * throughout.
 */
export async function research(
  session: Session,
  start: Conversation,
  stream: DraftStream,
): Promise<Research> {
  let conversation = start
  let turns = 0
  while (turns < mostTurns) {
    if (session.clock.now() >= session.writeAt) {
      session.limitedBy ??= 'timeout'
      return { conversation, draft: undefined, turns }
    }
    const taken = await takeTurn(session, conversation, stream)
    if (!taken) break
    if (taken === late) {
      session.limitedBy ??= 'timeout'
      break
    }
    turns++
    const { response, kept, results } = taken
    const calls = response.content.filter((block) => block.type === 'tool-call')
    if (calls.length === 0) {
      kept.release()
      return { conversation, draft: response, turns }
    }
    stream.reset('tools')
    try {
      const answers = await answerToolCalls(session, calls, results)
      conversation = say(say(conversation, 'assistant', response.content), 'user', answers)
    } finally {
      kept.release()
    }
    if (session.limitedBy) return { conversation, draft: undefined, turns }
  }
  session.limitedBy ??= 'budget'
  return { conversation, draft: undefined, turns }
}

/** One turn with tools, as generous as the budget allows, and the reservation for the last one beside it. */
async function takeTurn(
  session: Session,
  conversation: Conversation,
  stream: DraftStream,
): Promise<{ response: LlmResponse; kept: Reservation; results: number } | undefined | typeof late> {
  const request = requestOf(conversation, 'auto')
  const estimate = estimateRequest(request)
  let exact: number | undefined
  for (const isExact of [false, true]) {
    // Asking the vendor to count takes a round trip, so it is only done where the estimate does not fit.
    if (isExact) exact = await countTokens(session, request)
    const inputTokens = isExact ? exact : estimate
    if (inputTokens === undefined) return undefined
    for (const { results, share } of levels) {
      const wantedOutputTokens = Math.ceil(session.reportTokens * share)
      const kept = session.budget.reserve({
        inputTokens: inputTokens + 2 * wantedOutputTokens + results * (maxResultTokens + 40),
        wantedOutputTokens: session.reportTokens,
        minimumOutputTokens: Math.ceil(session.reportTokens / 2),
        price: (promptTokens) => session.llm.price('deep', { promptTokens }),
      })
      if (!kept) continue
      const minimumOutputTokens = Math.min(300, wantedOutputTokens)
      const need = { inputTokens, wantedOutputTokens, minimumOutputTokens, quietUntil: session.writeAt }
      try {
        const response = await stream.ask(request, need)
        if (response && response !== late) return { response, kept, results }
        kept.release()
        if (response === late) return late
      } catch (error) {
        kept.release()
        throw error
      }
    }
  }
  return undefined
}

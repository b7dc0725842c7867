import { StarkMatterError, TimeoutError, UpstreamError } from '../../errors/index.ts'
import { abortReason, startDeadline, untilAborted } from '../../http/deadline.ts'
import { sleep } from '../../http/sleep.ts'
import type { Reservation } from '../budget/createBudget.ts'
import { estimateRequest } from '../budget/estimateRequest.ts'
import { mayBeOwed } from '../budget/mayBeOwed.ts'
import type { LlmRequest, LlmResponse, LlmUsage } from '../llm/port.ts'
import type { Session } from './session.ts'

/** How far a call may go. */
export type CallNeed = {
  /** Where it is known already. @default estimated, or counted by the vendor where the estimate does not fit */
  inputTokens?: number
  wantedOutputTokens: number
  minimumOutputTokens: number
  /** The call is given up when the model has not begun to write by then, ms UTC. @default it may take all of the time */
  quietUntil?: number
}

/** The model had not begun to write when it had to. */
export const late = Symbol('late')

export type CallHandlers = {
  /** Text as it arrives. */
  onText(delta: string): void
  /** The stream broke off: what came of it is void, and it is asked for again. */
  onRetry(): void
}

type Unlimited = Omit<LlmRequest, 'maxOutputTokens'>

const mostRetries = 2

/**
 * One streamed answer of the model, paid for whatever becomes of it. A stream that breaks off is asked for again, as long
 * as budget and time allow.
 *
 * @returns `undefined` when the budget does not hold the call, `late` when it was given up
 * @throws {StarkMatterError} the model could not answer, or broke off and the budget does not hold another call
 */
export async function callModel(
  session: Session,
  request: Unlimited,
  need: CallNeed,
  handlers: CallHandlers,
): Promise<LlmResponse | undefined | typeof late> {
  let failure: StarkMatterError | undefined
  for (let attempt = 0; ; attempt++) {
    const reservation = await reserveCall(session, request, need)
    if (!reservation && failure) throw failure
    if (!reservation) return undefined
    try {
      return await readStream(session, request, reservation, need.quietUntil, handlers.onText)
    } catch (error) {
      const { signal, at } = session.deadline
      if (signal.aborted) throw abortReason(signal)
      const waitMs = retryDelay(error, attempt)
      if (attempt === mostRetries || waitMs === undefined || session.clock.now() + waitMs >= at)
        throw typed(error, session.llm.id)
      failure = typed(error, session.llm.id)
      handlers.onRetry()
      session.emit({ type: 'status', status: 'retrying' })
      await sleep(session.clock, waitMs, signal)
    }
  }
}

/** Sets the worst case of a call aside, or answers `undefined` where it could pass a limit. */
async function reserveCall(
  session: Session,
  request: Unlimited,
  { inputTokens, wantedOutputTokens, minimumOutputTokens }: CallNeed,
): Promise<Reservation | undefined> {
  const output = { wantedOutputTokens, minimumOutputTokens }
  // A long prompt may cost more for each token.
  const price = (promptTokens: number) => session.llm.price(request.role, { promptTokens })
  const reserve = (tokens: number) => session.budget.reserve({ ...output, inputTokens: tokens, price })
  if (inputTokens !== undefined) return reserve(inputTokens)
  const estimated = reserve(estimateRequest(request))
  if (estimated) return estimated
  // Asking the vendor to count takes a round trip, so it is only done where the estimate does not fit.
  const counted = await countTokens(session, request)
  return counted === undefined ? undefined : reserve(counted)
}

/** Input tokens of a request by the vendor's own count; `undefined` when it does not answer. */
export async function countTokens(
  { llm, deadline, clock }: Session,
  request: Unlimited,
): Promise<number | undefined> {
  const { signal } = deadline
  const timeoutMs = Math.max(1, Math.min(5_000, deadline.at - clock.now()))
  const counting = Promise.resolve().then(() =>
    llm.count({ ...request, maxOutputTokens: 1 }, { signal, timeoutMs }),
  )
  // An adapter that never answers is not waited for until there is no time to write.
  const patience = startDeadline(clock, timeoutMs, [signal])
  const counted = await untilAborted(counting, patience.signal).catch(() => undefined)
  patience.end()
  if (signal.aborted) throw abortReason(signal)
  return counted
}

async function readStream(
  { llm, deadline, clock, budget, emit }: Session,
  request: Unlimited,
  reservation: Reservation,
  quietUntil: number | undefined,
  onText: (delta: string) => void,
): Promise<LlmResponse | typeof late> {
  const begin = clock.now()
  // Aborted whenever the call is left, so that nothing goes on to be generated and billed.
  const left = new AbortController()
  const patience =
    quietUntil === undefined
      ? undefined
      : startDeadline(clock, Math.max(1, quietUntil - begin), [deadline.signal])
  let usage: LlmUsage | undefined
  let isOwed = false
  let characters = 0
  try {
    const stream = llm.stream(
      { ...request, maxOutputTokens: reservation.maxOutputTokens },
      {
        signal: AbortSignal.any([deadline.signal, left.signal]),
        timeoutMs: Math.max(1, deadline.at - begin),
      },
    )
    const reader = stream[Symbol.asyncIterator]()
    for (;;) {
      // An adapter that does not heed the signal must not hold the run.
      const { signal } = characters === 0 && patience ? patience : deadline
      const { value: event, done } = await untilAborted(reader.next(), signal)
      // A stream that never pauses lets no timer fire.
      if (clock.now() >= deadline.at) throw outOfTime(deadline.at - begin)
      if (done) throw new UpstreamError('The answer of the model broke off.', { provider: llm.id })
      if (event.type === 'usage') usage = event.usage
      else if (event.type === 'text') {
        characters += event.delta.length
        onText(event.delta)
      } else if (event.type === 'done') {
        usage = event.response.usage
        characters = 0
        return event.response
      }
    }
  } catch (error) {
    isOwed = mayBeOwed(error)
    if (patience?.signal.aborted && !deadline.signal.aborted && characters === 0) return late
    throw error
  } finally {
    patience?.end()
    left.abort()
    // Vendors tell the output of a stream at its end; of one that broke off, at least what was seen is owed. What a call cost
    // that told nothing stays set aside: it is not known to be spent, and must not be spent again.
    if (usage) {
      const seen = Math.min(Math.ceil(characters / 4), reservation.maxOutputTokens)
      reservation.settle({ ...usage, outputTokens: Math.max(usage.outputTokens, seen) })
      emit({ type: 'usage', spent: budget.spent })
    } else if (!isOwed) reservation.release()
  }
}

function outOfTime(timeoutMs: number): TimeoutError {
  return new TimeoutError(`The model went on for ${timeoutMs} ms. Allow more with "timeoutMs".`, {
    timeoutMs,
  })
}

/** How long to wait before the same call again, or `undefined` where that is in vain. */
function retryDelay(error: unknown, attempt: number): number | undefined {
  // A call has all the time that is left, so that one that ran out of it is not made again.
  if (!StarkMatterError.is(error) || !error.retryable || error.code === 'TIMEOUT') return undefined
  const asked = 'retryAfterMs' in error && typeof error.retryAfterMs === 'number' ? error.retryAfterMs : 0
  return Math.max(asked, 250 * 2 ** attempt)
}

/** What an adapter throws that is none of our errors is its fault; the cause tells where. */
function typed(error: unknown, provider: string): StarkMatterError {
  return StarkMatterError.is(error)
    ? error
    : new UpstreamError('The adapter of the language model failed. See the cause.', {
        provider,
        cause: error,
      })
}

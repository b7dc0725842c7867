import { type Attempt, type ErrorCode, StarkMatterError, UnsupportedError } from '../errors/index.ts'
import { abortReason, type Deadline, startDeadline } from '../http/deadline.ts'
import type { Provider } from '../provider/index.ts'
import { callDeadline } from './call-deadline.ts'
import type { Engine } from './engine.ts'
import type { CallOptions } from './options.ts'

/** A provider that can answer, and how to ask it. */
export type Candidate<result> = {
  provider: Provider
  ask(deadline: Deadline): Promise<result>
}

// What to tell when every provider failed, most informative first. "Unknown symbol" comes late: one provider that does
// not list it says little while another one was only out of reach.
const informative: readonly ErrorCode[] = [
  'ABORTED',
  'BAD_REQUEST',
  'DELISTED',
  'NO_DATA',
  'INVALID_KEY',
  'NOT_ENTITLED',
  'QUOTA_EXHAUSTED',
  'RATE_LIMITED',
  'VALIDATION',
  'UPSTREAM',
  'TIMEOUT',
  'NETWORK',
  'UNKNOWN_SYMBOL',
  'RETIRED',
  'UNSUPPORTED',
]

/**
 * Asks the candidates in order until one answers, all within the caller's deadline. Each gets an equal share of the time
 * that is left, so that a silent one leaves time for the rest.
 */
export async function failOver<result>(
  engine: Engine,
  options: CallOptions,
  candidates: readonly Candidate<result>[],
): Promise<{ result: result; attempts: readonly Attempt[] }> {
  const { clock } = engine
  const deadline = callDeadline(engine, options)
  const attempts: Attempt[] = []
  let failure: StarkMatterError | undefined
  try {
    for (const [index, candidate] of candidates.entries()) {
      if (deadline.signal.aborted) throw abortReason(deadline.signal)
      const begin = clock.now()
      const share = (deadline.at - begin) / (candidates.length - index)
      const { id } = candidate.provider
      const attempt = startDeadline(clock, share, [deadline.signal], {
        isLastChance: index === candidates.length - 1,
        describe: () => `${id} gave no answer in time.`,
      })
      try {
        const result = await candidate.ask(attempt)
        attempts.push({ provider: id, outcome: 'OK', elapsedMs: clock.now() - begin })
        return { result, attempts }
      } catch (error) {
        if (!StarkMatterError.is(error)) throw error
        const { code, message } = error
        attempts.push({ provider: id, outcome: code, message, elapsedMs: clock.now() - begin })
        failure = failure ? moreInformative(failure, error) : error
        if (code === 'ABORTED' || code === 'BAD_REQUEST') throw error
        engine.logger?.debug(`${id} was passed over`, { code, message })
      } finally {
        attempt.end()
      }
    }
    throw failure ?? new UnsupportedError('No provider of this client can do this.')
  } catch (error) {
    if (StarkMatterError.is(error)) error.attempts = attempts
    throw error
  } finally {
    deadline.end()
  }
}

function moreInformative(a: StarkMatterError, b: StarkMatterError): StarkMatterError {
  return informative.indexOf(b.code) < informative.indexOf(a.code) ? b : a
}

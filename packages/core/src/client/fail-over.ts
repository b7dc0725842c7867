import { type Attempt, type ErrorCode, StarkMatterError, UnsupportedError } from '../errors/index.ts'
import { abortReason, type Deadline, startDeadline } from '../http/deadline.ts'
import type { Provider } from '../provider/index.ts'
import { callDeadline } from './call-deadline.ts'
import type { Engine } from './engine.ts'
import type { CallOptions } from './options.ts'
import type { Newest } from './staleness.ts'

/** A provider that can answer, and how to ask it. */
export type Candidate<result> = {
  provider: Provider
  ask(deadline: Deadline): Promise<result>
  /** How far an answer reaches, where the newest is wanted: a stale one is only used when nobody has a newer one. */
  newestOf?(result: result): Newest
}

/** A stale answer, and which of the attempts brought it. */
type Spare<result> = { result: result; until: number; attempt: number }

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
  let spare: Spare<result> | undefined
  const settle = ({ result, attempt: index }: Spare<result>) => {
    const { provider, elapsedMs } = attempts[index] ?? { provider: '', elapsedMs: 0 }
    return { result, attempts: attempts.with(index, { provider, outcome: 'OK', elapsedMs }) }
  }
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
        const elapsedMs = clock.now() - begin
        const newest = candidates.length > 1 ? candidate.newestOf?.(result) : undefined
        if (!newest || !(await isOld(newest, clock.now()))) {
          attempts.push({ provider: id, outcome: 'OK', elapsedMs })
          return { result, attempts }
        }
        const { until } = newest
        const message = `${id} knows nothing newer than ${new Date(until).toISOString()}.`
        const length = attempts.push({ provider: id, outcome: 'NO_DATA', message, elapsedMs })
        if (!spare || until > spare.until) spare = { result, until, attempt: length - 1 }
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
    if (spare) return settle(spare)
    throw failure ?? new UnsupportedError('No provider of this client can do this.')
  } catch (error) {
    if (spare && StarkMatterError.is(error) && error.code === 'TIMEOUT') return settle(spare)
    if (StarkMatterError.is(error)) error.attempts = attempts
    throw error
  } finally {
    deadline.end()
  }
}

/** Loaded only where somebody else could be asked. */
async function isOld(newest: Newest, now: number): Promise<boolean> {
  const { isStale } = await import('./staleness.ts')
  return isStale(newest, now)
}

function moreInformative(a: StarkMatterError, b: StarkMatterError): StarkMatterError {
  return informative.indexOf(b.code) < informative.indexOf(a.code) ? b : a
}

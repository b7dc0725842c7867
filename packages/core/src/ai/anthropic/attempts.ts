import type { Clock } from '../../http/clock.ts'
import { abortReason, type Deadline } from '../../http/deadline.ts'
import { sleep } from '../../http/sleep.ts'
import { type Failure, readFailure } from './errors.ts'
import type { Sdk } from './sdk.ts'

export type Attempts = {
  sdk: Sdk
  deadline: Deadline
  clock: Clock
  /** In [0, 1). */
  random: () => number
  maxRetries: number
}

/**
 * Tries until it works, for as long as the deadline allows. Only what `mayRetry` allows is tried again: by default, what
 * failed before the vendor's answer began, so that nothing is billed twice. A vendor who says when to come back is obeyed; when
 * that is after the deadline, the error is thrown at once.
 */
export async function attempting<result>(
  attempt: () => Promise<result>,
  { sdk, deadline, clock, random, maxRetries }: Attempts,
  mayRetry: (failure: Failure) => boolean = ({ hasBegun }) => !hasBegun,
): Promise<result> {
  for (let tries = 0; ; tries++) {
    if (deadline.signal.aborted) throw abortReason(deadline.signal)
    let failure: Failure
    try {
      return await attempt()
    } catch (thrown) {
      if (deadline.signal.aborted) throw abortReason(deadline.signal)
      failure = readFailure(thrown, sdk, clock.now())
    }
    const { error, shouldRetry, retryAfterMs } = failure
    const isWorthIt = error.retryable && (shouldRetry ?? true)
    // A little less than double each time, so that many who failed together do not come back together.
    const backOffMs = Math.min(8_000, 500 * 2 ** tries) * (1 - random() / 4)
    const waitMs = Math.max(retryAfterMs ?? 0, retryAfterMs === undefined ? backOffMs : 0)
    const isInTime = clock.now() + waitMs < deadline.at
    if (!isWorthIt || !mayRetry(failure) || tries >= maxRetries || !isInTime) throw error
    await sleep(clock, waitMs, deadline.signal)
  }
}

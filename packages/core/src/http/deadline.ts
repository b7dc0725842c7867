import { AbortedError, StarkMatterError, TimeoutError } from '../errors/index.ts'
import type { Clock } from './clock.ts'
import { manyListeners } from './many-listeners.ts'

/** A stretch of time that work must fit in. `end` frees its timer; after that the signal never fires. */
export type Deadline = {
  /** When it is over, ms UTC. */
  readonly at: number
  /** Aborted with a {@link TimeoutError} when time is up, and with an {@link AbortedError} when a parent is aborted. */
  readonly signal: AbortSignal
  /** False while somebody else can be asked instead: then a venue's wish for silence is not waited for. @default true */
  readonly isLastChance?: boolean
  end(): void
}

/** Starts a deadline on the given clock that also ends when one of `parents` is aborted. */
export function startDeadline(
  clock: Clock,
  timeoutMs: number,
  parents: readonly (AbortSignal | undefined)[],
  {
    isLastChance = true,
    describe = () => `No answer within ${timeoutMs} ms. Allow more with "timeoutMs".`,
  }: { isLastChance?: boolean; describe?: () => string } = {},
): Deadline {
  const controller = new AbortController()
  const listening: (() => void)[] = []
  const end = () => {
    for (const stop of listening.splice(0)) stop()
  }
  const abort = (reason: unknown) => {
    end()
    controller.abort(reason)
  }
  const cancel = clock.schedule(timeoutMs, () => abort(new TimeoutError(describe(), { timeoutMs })))
  listening.push(cancel)
  for (const parent of parents) {
    if (!parent) continue
    const onAbort = () => abort(abortReason(parent))
    if (parent.aborted) onAbort()
    else {
      manyListeners(parent).addEventListener('abort', onAbort, { once: true })
      listening.push(() => parent.removeEventListener('abort', onAbort))
    }
  }
  return { at: clock.now() + timeoutMs, signal: manyListeners(controller.signal), isLastChance, end }
}

/** Why a signal was aborted, as one of our errors. */
export function abortReason(signal: AbortSignal): StarkMatterError {
  const reason: unknown = signal.reason
  return StarkMatterError.is(reason) ? reason : new AbortedError(undefined, { cause: reason })
}

/** `work`, or the signal's reason if that comes first. What arrives afterwards is dropped, errors included. */
export function untilAborted<result>(work: Promise<result>, signal: AbortSignal): Promise<result> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(abortReason(signal))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

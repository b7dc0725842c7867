import { InvalidParameterError } from '../errors/index.ts'
import { type Deadline, startDeadline } from '../http/deadline.ts'
import type { CallOptions } from './options.ts'
import type { Setup } from './setup.ts'

const defaultTimeoutMs = 10_000
const longestTimeoutMs = 2 ** 31 - 1

/**
 * Starts the time that a call has.
 *
 * @throws {InvalidParameterError} `timeoutMs` is no time
 */
export function callDeadline({ clock, closed }: Setup, { timeoutMs, signal }: CallOptions): Deadline {
  const allowed = timeoutMs ?? defaultTimeoutMs
  if (!(allowed > 0)) throw new InvalidParameterError('timeoutMs', 'a number above 0', allowed)
  // Timers do not know longer times, and take Infinity for none at all.
  return startDeadline(clock, Math.min(allowed, longestTimeoutMs), [signal, closed])
}

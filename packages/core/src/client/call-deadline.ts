import { type Deadline, startDeadline } from '../http/deadline.ts'
import type { CallOptions } from './options.ts'
import type { Setup } from './setup.ts'

const defaultTimeoutMs = 10_000
const longestTimeoutMs = 2 ** 31 - 1

/** Starts the time that a call has. Options that are none are passed over: what refuses them may have to be loaded first. */
export function callDeadline({ clock, closed }: Setup, options: CallOptions): Deadline {
  const { timeoutMs, signal } = options ?? {}
  const isTime = typeof timeoutMs === 'number' && timeoutMs > 0
  // Timers do not know longer times, and take Infinity for none at all.
  const allowedMs = isTime ? Math.min(timeoutMs, longestTimeoutMs) : defaultTimeoutMs
  return startDeadline(clock, allowedMs, [signal?.addEventListener && signal, closed])
}

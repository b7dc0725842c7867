import { StarkMatterError } from '../errors/index.ts'
import type { Clock } from '../http/clock.ts'
import { pause } from './pause.ts'

/** How a step of filling a hole went: all is there, some of it came, or nothing did. */
export type FillStep = 'whole' | 'more' | 'nothing'

/** What a venue has just traded may take a moment to appear in its history. */
const retryDelaysMs = [250, 500, 1_000, 2_000, 4_000, 8_000]

/**
 * Repeats a step that asks history until all is there: at once while something comes, after ever longer pauses where nothing
 * does or asking fails.
 *
 * @param signal - Aborted when somebody else has taken over: nothing is asked any more then.
 * @returns Why it was given up; `undefined` where all is there, or nobody wants it any more.
 */
export async function persist(
  clock: Clock,
  signal: AbortSignal,
  step: () => Promise<FillStep>,
): Promise<string | undefined> {
  let attempt = 0
  while (!signal.aborted) {
    let reason = 'history does not have it'
    try {
      const outcome = await step()
      if (outcome === 'whole') return undefined
      if (outcome === 'more') {
        attempt = 0
        continue
      }
    } catch (error) {
      if (signal.aborted) return undefined
      if (!StarkMatterError.is(error)) throw error
      reason = error.message
      if (!error.retryable && error.code !== 'NO_DATA') return reason
    }
    const delayMs = retryDelaysMs[attempt++]
    if (delayMs === undefined) return reason
    await pause(clock, delayMs, signal)
  }
  return undefined
}

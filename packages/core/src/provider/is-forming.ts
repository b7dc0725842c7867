import { parseInterval } from '../market/index.ts'
import { barEnd } from './bar-end.ts'
import type { BarsQuery } from './query.ts'

/** Whether the bar that opened at `time` is not over yet; without a bar, nothing is. */
export function isForming(
  time: number | undefined,
  { interval, now }: Pick<BarsQuery, 'interval' | 'now'>,
  timeZone: string,
): boolean {
  if (time === undefined) return false
  // Long over: no need to ask the zone, which takes as long as a hundred bars.
  if (now - time > 2 * parseInterval(interval).ms) return false
  return now < barEnd(time, interval, timeZone)
}

import type { UTCTimestamp } from 'lightweight-charts'

/** Seconds, as the library's branded type, which has no constructor of its own. */
export function chartTime(seconds: number): UTCTimestamp {
  return seconds as UTCTimestamp
}

import { dividendFlags } from './dividend-flags.ts'
import { ohlcFlags } from './ohlc-flags.ts'
import type { QualityFlag, SeriesFacts } from './quality.ts'
import { scaleFlags } from './scale-flags.ts'
import { sessionFlags } from './session-flags.ts'
import { splitFlags } from './split-flags.ts'
import { staleFlags } from './stale-flags.ts'

/**
 * Looks for what is wrong with a series, and changes nothing.
 *
 * Found are sessions without bars (with a `calendar`), two bars of one day, prices out of the bar's range, prices of zero,
 * prices a power of ten off, splits and dividends that were not applied or applied twice (with `actions`, and for dividends
 * `adjustedClose`), and values that a feed repeated. Where bars disagree about the scale, those that traded and the newest
 * ones are believed.
 *
 * @returns Flags in order of time.
 * @example
 * checkSeries({ bars, actions, calendar: xnys }).map((flag) => flag.message)
 */
export function checkSeries(facts: SeriesFacts): QualityFlag[] {
  const scale = scaleFlags(facts)
  return [
    ...sessionFlags(facts),
    ...ohlcFlags(facts.bars, scale),
    ...scale,
    ...splitFlags(facts, scale),
    ...dividendFlags(facts),
    ...staleFlags(facts.bars),
  ].sort((a, b) => (a.time ?? 0) - (b.time ?? 0))
}

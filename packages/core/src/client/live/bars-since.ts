import {
  type Bar,
  type BarSeries,
  type Instrument,
  type Interval,
  parseInterval,
} from '../../market/index.ts'
import { barsCandidates } from '../bars-plan.ts'
import type { Engine } from '../engine.ts'
import { failOver } from '../fail-over.ts'

/**
 * One provider's bars from `since` (ms UTC, a bar's open) up to the one that is forming now; without `since` the newest.
 *
 * @throws {StarkMatterError} as `getBars` does
 */
export async function barsSince(
  engine: Engine,
  provider: string,
  { instrument, interval }: { instrument: Instrument; interval: Interval },
  since: number | undefined,
  signal: AbortSignal,
): Promise<Bar[]> {
  const { ms } = parseInterval(interval)
  const range = since === undefined ? { limit: 1 } : { start: since, end: engine.clock.now() + ms }
  const options = { symbol: instrument, interval, providers: [provider], signal, ...range }
  const { result } = await failOver<BarSeries>(engine, options, barsCandidates(engine, options, true))
  return [...result]
}

import { type Interval, NoDataError, UnsupportedError } from '@starkmatter/core'
import { barsParameters, readBarsQuery } from '../../bars/bars-query.ts'
import { findImported } from '../../bars/imported-bars.ts'
import { type BarsContext, readBars } from '../../bars/read-bars.ts'
import type { EvaluatedBar } from '../engine/series-history.ts'

/** Bars of the past, oldest first; the last one is still forming where `forming` says so. */
export type History = {
  bars: readonly EvaluatedBar[]
  forming: boolean
  timeZone: string
  simulated: boolean
}

type Row = [time: number, open: number, high: number, low: number, close: number, volume: number | null]

/**
 * The newest bars of a series that moves.
 *
 * @throws {UnsupportedError} its bars were imported: no newer ones come
 * @throws {StarkMatterError} as reading bars does; an instrument without bars has an empty past
 */
export async function readHistory(
  context: BarsContext,
  { symbol, interval, limit }: { symbol: string; interval: Interval; limit: number },
  signal: AbortSignal,
): Promise<History> {
  const query = readBarsQuery(barsParameters.parse({ symbol, interval, limit }))
  if ((await findImported(context.store, query.instrument)).length > 0)
    throw new UnsupportedError('Its data were imported and do not move, so nothing is evaluated.')
  try {
    const { rows, forming, timeZone, simulated } = await readBars(context, query, signal)
    const parsed: Row[] = JSON.parse(`[${rows}]`)
    const bars = parsed.map(([time, open, high, low, close, volume]) => ({
      ...{ time, open, high, low, close },
      volume: volume ?? Number.NaN,
    }))
    return { bars, forming, timeZone, simulated }
  } catch (error) {
    // A new listing has no past.
    if (!(error instanceof NoDataError)) throw error
    return { bars: [], forming: false, timeZone: 'UTC', simulated: false }
  }
}

import { NoDataError, StarkMatterError, UnsupportedError } from '../../errors/index.ts'
import { adjustSeries, type BarSeries, type Interval, parseInterval } from '../../market/index.ts'
import { isLive } from './isLive.ts'
import type { ToolContext } from './tool.ts'

/** The newest closed bars whose whole time lies before the as-of instant, at most `count`. */
export async function knownBars(
  context: ToolContext,
  symbol: string,
  interval: Interval,
  count: number,
): Promise<BarSeries> {
  const { getBars } = context.sources
  if (!getBars) throw new UnsupportedError('No provider of this client has bars.')
  const { asOf, signal, timeoutMs } = context
  const span = parseInterval(interval).ms
  // Nights, weekends and holidays take up to five sixths of an intraday calendar, and a third of a daily one.
  const reach = span * count * (parseInterval(interval).isDaily ? 1.6 : 6) + 10 * 86_400_000
  const series = await getBars({ symbol, interval, start: asOf - reach, end: asOf, signal, timeoutMs })
  let end = series.length
  while (end > 0 && !isKnown(series, end - 1, span, context)) end--
  if (end === 0)
    throw new NoDataError(`There are no bars of ${symbol} before ${new Date(asOf).toISOString()}.`)
  return asOfThen(series.slice(Math.max(0, end - count), end), context)
}

/**
 * Prices as they stood: a series that is restated for a split of next year shows a quarter of what people paid, and tells of
 * the split. Where the actions of the instrument are not known the series stays as it came.
 */
async function asOfThen(series: BarSeries, context: ToolContext): Promise<BarSeries> {
  const { sources, asOf, now, signal, timeoutMs } = context
  const { instrument, adjustment } = series
  const isShare = instrument.assetClass === 'equity' || instrument.assetClass === 'fund'
  if (isLive(context) || adjustment === 'raw' || !isShare || !sources.getCorporateActions) return series
  try {
    const start = series.time[0] ?? asOf
    const question = { symbol: instrument, start, end: now, signal, timeoutMs }
    const { actions } = await sources.getCorporateActions(question)
    const counted = actions.filter(({ type }) => type === 'split' || adjustment === 'splits+dividends')
    const known = counted.filter(({ date }) => Date.parse(date) <= asOf)
    if (known.length === counted.length) return series
    return adjustSeries(adjustSeries(series, counted, 'raw'), known, adjustment)
  } catch (error) {
    if (!StarkMatterError.is(error) || error.code === 'ABORTED') throw error
    return series
  }
}

/** A bar is known once it has closed. In the past only its nominal end tells. */
function isKnown(series: BarSeries, index: number, span: number, { asOf, now }: ToolContext): boolean {
  const time = series.time[index]
  if (time === undefined || time > asOf) return false
  const next = series.time[index + 1]
  if (next !== undefined && next <= asOf) return true
  if (time + span <= asOf) return true
  // Only the last bar can be known by its source's word; one with a later neighbour ahead of time is still forming.
  return asOf >= now && index === series.length - 1 && !series.forming
}

/** Row label of a bar: its trading date, or its opening instant. */
export function barLabels(series: BarSeries): string[] {
  return Array.from(series, (bar) => bar.date ?? new Date(bar.time).toISOString())
}

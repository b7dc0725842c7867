import { NoDataError, UnsupportedError } from '../../errors/index.ts'
import { type BarSeries, type Interval, parseInterval } from '../../market/index.ts'
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
  return series.slice(Math.max(0, end - count), end)
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

import { NoDataError, StarkMatterError, UnsupportedError } from '../../errors/index.ts'
import {
  type Adjustment,
  adjustSeries,
  type BarSeries,
  type CorporateAction,
  type Interval,
  parseInterval,
} from '../../market/index.ts'
import { isLive } from './isLive.ts'
import type { ToolContext } from './tool.ts'

/**
 * The newest closed bars whose whole time lies before the as-of instant, at most `count`.
 *
 * @throws {StarkMatterError} NO_DATA, there are none; UNSUPPORTED, nobody can say what the prices of the past were then
 */
export async function knownBars(
  context: ToolContext,
  symbol: string,
  interval: Interval,
  count: number,
): Promise<BarSeries> {
  const series = await closedBars(context, { symbol, interval, count })
  const { assetClass } = series.instrument
  const isShare = assetClass === 'equity' || assetClass === 'fund'
  if (isLive(context) || series.adjustment === 'raw' || !isShare) return series
  const actions = await actionsSince(series, context)
  // What a later dividend took off shows only beside the close before it, which lies past the as-of instant.
  const mayBeTakenBack = actions !== undefined && series.adjustment === 'splits'
  const known = mayBeTakenBack ? series : await tradedBars(context, { symbol, interval, count })
  return actions ? asOfThen(known, actions, context) : known
}

/** However long an indicator looks back: a model must not make a source send years of minutes. */
const mostBars = 5_000

type Question = { symbol: string; interval: Interval; count: number; adjustment?: Adjustment }

async function closedBars(
  context: ToolContext,
  { symbol, interval, count, adjustment }: Question,
): Promise<BarSeries> {
  const { getBars } = context.sources
  if (!getBars) throw new UnsupportedError('No provider of this client has bars.')
  const { asOf, signal, timeoutMs } = context
  const span = parseInterval(interval).ms
  // Nights, weekends and holidays take up to five sixths of an intraday calendar, and a third of a daily one.
  const most = Math.min(count, mostBars)
  const reach = span * most * (parseInterval(interval).isDaily ? 1.6 : 6) + 10 * 86_400_000
  const range = { start: asOf - reach, end: asOf }
  const series = await getBars({ symbol, interval, ...range, adjustment, signal, timeoutMs })
  let end = series.length
  while (end > 0 && !isKnown(series, end - 1, span, context)) end--
  if (end === 0)
    throw new NoDataError(`There are no bars of ${symbol} before ${new Date(asOf).toISOString()}.`)
  return series.slice(Math.max(0, end - most), end)
}

/** What may have restated a series since it was traded; `undefined` where nobody tells. */
async function actionsSince(
  { instrument, time }: BarSeries,
  { sources, asOf, now, signal, timeoutMs }: ToolContext,
): Promise<readonly CorporateAction[] | undefined> {
  if (!sources.getCorporateActions) return undefined
  const range = { start: time[0] ?? asOf, end: now }
  try {
    const { actions } = await sources.getCorporateActions({ symbol: instrument, ...range, signal, timeoutMs })
    return actions
  } catch (error) {
    if (!StarkMatterError.is(error) || error.code === 'ABORTED') throw error
    return undefined
  }
}

/**
 * Prices for the splits of their time: a series that is restated for one of next year shows a quarter of what people paid,
 * and tells of the split.
 */
function asOfThen(series: BarSeries, actions: readonly CorporateAction[], { asOf }: ToolContext): BarSeries {
  const splits = actions.filter(({ type }) => type === 'split')
  const known = splits.filter(({ date }) => Date.parse(date) <= asOf)
  if (series.adjustment === 'splits' && known.length === splits.length) return series
  return adjustSeries(adjustSeries(series, splits, 'raw'), known, 'splits')
}

/** Prices as they were paid, which no later split has touched. */
async function tradedBars(context: ToolContext, question: Question): Promise<BarSeries> {
  const untold = `Prices of ${question.symbol} are restated for what came later, and no provider has them as traded: they cannot be asked about the past.`
  const traded = await closedBars(context, { ...question, adjustment: 'raw' }).catch((error: unknown) => {
    if (StarkMatterError.is(error) && error.code === 'UNSUPPORTED')
      throw new UnsupportedError(untold, { cause: error })
    throw error
  })
  if (traded.adjustment !== 'raw') throw new UnsupportedError(untold)
  return traded
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

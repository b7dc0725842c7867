import * as z from 'zod/mini'
import { BadRequestError, NoDataError, StarkMatterError, UnsupportedError } from '../../errors/index.ts'
import { indicators } from '../../indicators/registry/index.ts'
import { type Interval, isInterval } from '../../market/index.ts'
import type { EvidenceContent } from '../evidence/evidence.ts'
import { countedIn } from './countedIn.ts'
import { defineTool } from './defineTool.ts'
import { indicatorTitle } from './indicatorTitle.ts'
import { isLive } from './isLive.ts'
import { barLabels, knownBars } from './knownBars.ts'
import type { ToolContext } from './tool.ts'

const symbol = z.string().check(z.minLength(1), z.maxLength(60))
const interval = z.enum(['1m', '5m', '15m', '1h', '1d', '1w'])
const rows = z.int().check(z.minimum(1), z.maximum(60))

const present = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null

/** The latest quote; in a run about the past, the last close before it. */
export const quoteTool = defineTool({
  name: 'quote',
  description: 'Latest price, day range, volume and change of one instrument.',
  input: z.object({ symbol }),
  async run(input, context) {
    const { sources, signal, timeoutMs } = context
    if (!isLive(context) || !sources.getQuote) return { evidence: await lastClose(input.symbol, context) }
    const quote = await sources.getQuote({ symbol: input.symbol, signal, timeoutMs })
    if (quote.last === null) throw new NoDataError(`There is no price of ${input.symbol}.`)
    const { asOf } = context
    // A price of a moment that had not come yet is not known, however little it is ahead.
    if (quote.time !== null && quote.time > asOf) return { evidence: await lastMinute(input.symbol, context) }
    const money = quote.currency ?? '1'
    const fields = [
      ['last', money, quote.last],
      ['open', money, quote.open],
      ['high', money, quote.high],
      ['low', money, quote.low],
      ['previousClose', money, quote.previousClose],
      ['change', money, quote.change],
      ['changePercent', '%', quote.changePercent],
      ['volume', countedIn(quote.instrument), quote.volume],
    ] as const
    return {
      evidence: {
        tool: 'quote',
        subject: quote.instrument.id,
        ...(quote.name && { subjectName: quote.name }),
        provider: quote.source.provider,
        fetchedAt: new Date(quote.source.fetchedAt).toISOString(),
        ...(quote.simulated && { simulated: true }),
        asOf: [new Date(Math.min(quote.time ?? quote.source.fetchedAt, asOf)).toISOString()],
        metrics: fields
          .filter(([, , value]) => value !== null)
          .map(([name, unit, value]) => ({ name, unit, values: [value] })),
      },
    }
  },
})

/** The newest minute before the run began, of a market that trades on while it lasts. */
async function lastMinute(symbol: string, context: ToolContext): Promise<EvidenceContent> {
  try {
    return await lastClose(symbol, context, '1m')
  } catch (error) {
    if (!StarkMatterError.is(error) || error.code === 'ABORTED') throw error
    return lastClose(symbol, context)
  }
}

/** The newest bar that had closed. */
async function lastClose(
  symbol: string,
  context: ToolContext,
  interval: Interval = '1d',
): Promise<EvidenceContent> {
  const bars = await knownBars(context, symbol, interval, 1)
  const unit = bars.currency ?? '1'
  return {
    tool: 'quote',
    subject: bars.instrument.id,
    provider: bars.source.provider,
    fetchedAt: new Date(bars.source.fetchedAt).toISOString(),
    ...(bars.simulated && { simulated: true }),
    asOf: barLabels(bars),
    metrics: [
      ...(['close', 'open', 'high', 'low'] as const).map((name) => ({ name, unit, values: [...bars[name]] })),
      { name: 'volume', unit: countedIn(bars.instrument), values: Array.from(bars.volume, present) },
    ],
  }
}

/** A window of closed bars. */
export const barsTool = defineTool({
  name: 'bars',
  description: 'The newest closed bars of one instrument, at most 60, as columns.',
  input: z.object({ symbol, interval, rows }),
  async run(input, context) {
    const bars = await knownBars(context, input.symbol, input.interval, input.rows)
    const unit = bars.currency ?? '1'
    return {
      evidence: {
        tool: 'bars',
        subject: bars.instrument.id,
        provider: bars.source.provider,
        fetchedAt: new Date(bars.source.fetchedAt).toISOString(),
        ...(bars.simulated && { simulated: true }),
        asOf: barLabels(bars),
        metrics: [
          ...(['open', 'high', 'low', 'close'] as const).map((name) => ({
            name,
            unit,
            values: [...bars[name]],
          })),
          { name: 'volume', unit: countedIn(bars.instrument), values: Array.from(bars.volume, present) },
        ],
      },
      next: { symbol: input.symbol, interval: input.interval, rows: Math.floor(input.rows / 2) },
    }
  },
})

/** One indicator over the bars, beside the close that it was computed from. */
export const indicatorTool = defineTool({
  name: 'indicator',
  description:
    'One technical indicator over closed bars, with the close beside it. `name` is a TA-Lib name or SUPERTREND, VWAP …; `period` where it has one.',
  input: z.object({
    symbol,
    interval,
    name: z.string().check(z.maxLength(30)),
    period: z.nullable(z.int()),
    rows,
  }),
  async run(input, context) {
    const { name, period } = input
    const indicator = indicators.get(name.toUpperCase())
    if (!indicator) throw new BadRequestError(`There is no indicator "${name}".`, { parameter: 'name' })
    const params = period === null ? {} : { [indicator.params[0]?.name ?? 'period']: period }
    const need = indicator.lookback(params) * 4 + input.rows
    const bars = await knownBars(context, input.symbol, toInterval(input.interval), need)
    if (bars.length <= indicator.lookback(params)) {
      throw new NoDataError(`${name} needs ${indicator.lookback(params) + 1} bars; there are ${bars.length}.`)
    }
    const columns = indicator.inputs.map((column) => {
      if (column === 'periods')
        throw new UnsupportedError(`${name} needs a column of periods, which bars do not have.`)
      return bars[column]
    })
    const computed = indicator.compute(columns, params)
    const from = Math.max(0, bars.length - input.rows)
    const shown = (column: ArrayLike<number>) => Array.from(column).slice(from).map(present)
    const money = bars.currency ?? '1'
    const title = indicatorTitle(indicator, params)
    return {
      evidence: {
        tool: 'indicator',
        subject: bars.instrument.id,
        provider: bars.source.provider,
        fetchedAt: new Date(bars.source.fetchedAt).toISOString(),
        ...(bars.simulated && { simulated: true }),
        asOf: barLabels(bars).slice(from),
        metrics: [
          { name: 'close', unit: money, values: shown(bars.close) },
          ...indicator.outputs.map((output, index) => ({
            name: indicator.outputs.length === 1 ? title : `${title}.${output.name}`,
            unit: output.pane === 'price' ? money : '1',
            values: shown(computed[index] ?? []),
          })),
        ],
      },
      next: { ...input, rows: Math.floor(input.rows / 2) },
    }
  },
})

function toInterval(text: string): Interval {
  if (!isInterval(text)) throw new BadRequestError(`"${text}" is not an interval.`, { parameter: 'interval' })
  return text
}

import { InvalidParameterError } from '../../errors/index.ts'
import { oldestFirst } from './aggregateSentiment.ts'
import { assertItems } from './assertItems.ts'
import { createSentimentAggregator, type SentimentAggregatorOptions } from './createSentimentAggregator.ts'
import type { SentimentItem } from './sentimentItem.ts'

export type SentimentSeriesOptions = SentimentAggregatorOptions & {
  instrument: string
  /** Times to read at, ms UTC, oldest first: those of the bars it is plotted under. */
  times: ArrayLike<number>
}

/** Columns of one length, aligned with `times`. NaN before the first story. */
export type SentimentSeries = {
  time: Float64Array
  score: Float64Array
  momentum: Float64Array
  dispersion: Float64Array
  /** Distinct stories so far. */
  stories: Float64Array
}

/**
 * Sentiment of one instrument over time, to plot under its price. A point knows only stories up to its own time.
 *
 * @throws {InvalidParameterError} `times` do not ascend, another option is out of its range, or an item is no story
 */
export function sentimentSeries(
  items: readonly SentimentItem[],
  options: SentimentSeriesOptions,
): SentimentSeries {
  assertItems(items)
  const { instrument, times, ...rest } = options
  // Each point takes the stories up to its own time, wherever that lies.
  const aggregator = createSentimentAggregator({ ...rest, wallClock: () => Number.POSITIVE_INFINITY })
  const sorted = oldestFirst(items.filter((item) => item.instruments.includes(instrument)))
  const series: SentimentSeries = {
    time: Float64Array.from(times),
    score: new Float64Array(times.length).fill(Number.NaN),
    momentum: new Float64Array(times.length).fill(Number.NaN),
    dispersion: new Float64Array(times.length).fill(Number.NaN),
    stories: new Float64Array(times.length),
  }
  let next = 0
  let previous = Number.NEGATIVE_INFINITY
  series.time.forEach((time, index) => {
    if (!(time >= previous)) throw new InvalidParameterError('times', 'ascending ms UTC', time)
    previous = time
    for (let item = sorted[next]; item && item.time <= time; item = sorted[++next]) aggregator.push(item)
    const aggregate = aggregator.read(instrument, time)
    if (!aggregate) return
    series.score[index] = aggregate.score
    series.momentum[index] = aggregate.momentum
    series.dispersion[index] = aggregate.dispersion
    series.stories[index] = aggregate.stories
  })
  return series
}

import { InvalidParameterError } from '../../errors/index.ts'
import type { SentimentAggregatorOptions } from './createSentimentAggregator.ts'

/**
 * The weight of a source, from what the caller said of some or of each.
 *
 * @throws {InvalidParameterError} a weight is no number of at least 0; of a function that is found out source by source
 */
export function sourceWeights(
  given: NonNullable<SentimentAggregatorOptions['sourceWeight']>,
): (source: string) => number {
  if (typeof given === 'function') return (source) => weightOf(source, given(source))
  if (typeof given !== 'object')
    throw new InvalidParameterError('sourceWeight', 'weights by source, or a function of the source', given)
  const weights = new Map(
    Object.entries(given).map(([source, weight = 1]) => [source, weightOf(source, weight)]),
  )
  return (source) => weights.get(source) ?? 1
}

function weightOf(source: string, weight: number): number {
  if (Number.isFinite(weight) && weight >= 0) return weight
  throw new InvalidParameterError(`sourceWeight["${source}"]`, 'a number of at least 0', weight)
}

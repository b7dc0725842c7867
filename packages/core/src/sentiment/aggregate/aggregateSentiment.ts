import { assertItems } from './assertItems.ts'
import {
  createSentimentAggregator,
  dayMs,
  type SentimentAggregatorOptions,
} from './createSentimentAggregator.ts'
import type { SentimentAggregate, SentimentItem } from './sentimentItem.ts'

export type AggregateSentimentOptions = SentimentAggregatorOptions & {
  /** The moment to read at, ms UTC. Later items are left out. @default the time of the latest item that is not dated ahead */
  now?: number | undefined
}

/**
 * The sentiment of each instrument at a moment, from a list of stories in any order. Equal to pushing them one by one,
 * oldest first, into `createSentimentAggregator`.
 *
 * Near-duplicates about an instrument count once within `duplicateWindowMs`, of any number. Such are copies of one headline of two words or more
 * after one to three changes: labels, datelines, publishers, tags, links and counters around it; capitals, signs, and one
 * letter in eight wrong, at most one in a word; up to two words for others of the same meaning; an end of less than half
 * cut off. Another amount, place, name or denial, or another word of markets of another meaning, makes another story.
 * From 64 copies on, what has no word of its own beside the story is one more, whatever is wrong with it.
 *
 * @returns one aggregate per instrument, by its id
 * @throws {BadRequestError} a time is not a finite number
 * @throws {InvalidParameterError} an option is out of its range, or an item is no story
 */
export function aggregateSentiment(
  items: readonly SentimentItem[],
  options: AggregateSentimentOptions = {},
): Map<string, SentimentAggregate> {
  assertItems(items)
  const { wallClock = Date.now, now = latestTime(items, wallClock() + dayMs), ...rest } = options
  const aggregator = createSentimentAggregator({ ...rest, wallClock: () => now })
  for (const item of oldestFirst(items)) if (!(item.time > now)) aggregator.push(item)
  const result = new Map<string, SentimentAggregate>()
  for (const instrument of aggregator.instruments()) {
    const aggregate = aggregator.read(instrument, now)
    if (aggregate) result.set(instrument, aggregate)
  }
  return result
}

/** By time, then id: a tie is settled the same way whatever the order of arrival. */
export function oldestFirst(items: readonly SentimentItem[]): SentimentItem[] {
  return [...items].sort((left, right) => left.time - right.time || (left.id < right.id ? -1 : 1))
}

function latestTime(items: readonly SentimentItem[], until: number): number {
  let latest = Number.NEGATIVE_INFINITY
  for (const { time } of items) if (time > latest && time <= until) latest = time
  return latest
}

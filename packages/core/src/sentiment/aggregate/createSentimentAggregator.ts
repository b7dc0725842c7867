import { BadRequestError, InvalidParameterError } from '../../errors/index.ts'
import type { Headline } from '../../news-feed/headlines/readHeadline.ts'
import { createSentimentAnalyzer } from '../createSentimentAnalyzer.ts'
import { assertItem } from './assertItems.ts'
import { addScore, createDecayingSums, type DecayingSums, removeScore } from './decayingSums.ts'
import type { ItemSentiment, SentimentAggregate, SentimentItem } from './sentimentItem.ts'
import { sourceWeights } from './sourceWeights.ts'
import { createStoryIndex } from './storyIndex.ts'

export type SentimentAggregatorOptions = {
  /** @default six hours */
  halfLifeMs?: number | undefined
  /** Half-life of what is usual, for `momentum`. @default seven days */
  baselineHalfLifeMs?: number | undefined
  /** Weight of a source, at least 0; 1 is ordinary, 0 is ignored. @default 1 for all */
  sourceWeight?: Readonly<Record<string, number>> | ((source: string) => number) | undefined
  /** Weight of the belief that nothing is going on: with as many stories as this the score is halved. @default 3 */
  shrinkage?: number | undefined
  /** Copies of a story within this time count once. @default 48 hours */
  duplicateWindowMs?: number | undefined
  /** Stories remembered to recognise copies. @default 20_000 */
  maxStories?: number | undefined
  /** Instruments kept; the one longest without news goes first. @default 10_000 */
  maxInstruments?: number | undefined
  /** How a story reads. @default the rule engine on title and summary */
  score?: ((item: SentimentItem) => ItemSentiment) | undefined
  /** The present, ms UTC. Stories dated more than a day after it are not counted. @default Date.now */
  wallClock?: (() => number) | undefined
}

export type SentimentAggregator = {
  /**
   * Counts a story; O(1). False when nothing new was counted: a copy, a source of weight 0, or a date yet to come. Where it
   * makes out that stories counted before are one story in many fillings, all but the first of them are taken back.
   *
   * @throws {BadRequestError} the time is not a finite number
   * @throws {InvalidParameterError} it is no story, or `sourceWeight` gives what is no weight for its source
   */
  push(item: SentimentItem): boolean
  /** The aggregate as of `now` (ms UTC), or null for an instrument without stories. Not for times before its last story. */
  read(instrument: string, now: number): SentimentAggregate | null
  /** Ids of the instruments with stories. */
  instruments(): string[]
}

type State = {
  fast: DecayingSums
  slow: DecayingSums
  stories: number
  duplicates: number
}

/** What a story added for one instrument. */
type Count = { state: State; time: number; value: number; weight: number }

const hour = 3_600_000
export const dayMs = 24 * hour
/** "Shares rise after results" and "shares fall after results" are this far apart. */
const oppositeScores = 0.5
/** Scores nearer to 0 say nothing. */
const nearlyNothing = 0.1

/**
 * Keeps the sentiment of many instruments up to date in bounded memory: a few sums for each instrument, and the latest
 * stories to recognise copies.
 *
 * @throws {InvalidParameterError} a half-life, a window or a limit is not positive, or the shrinkage or a weight is negative
 * @example
 * const sentiment = createSentimentAggregator()
 * sentiment.push({ id: '1', time: 0, title: 'Apple raises its forecast', source: 'wire', instruments: ['equity:AAPL'] })
 * sentiment.read('equity:AAPL', 0)?.score // above 0
 */
export function createSentimentAggregator(options: SentimentAggregatorOptions = {}): SentimentAggregator {
  const {
    halfLifeMs = 6 * hour,
    baselineHalfLifeMs = 7 * 24 * hour,
    sourceWeight = {},
    shrinkage = 3,
    duplicateWindowMs = 48 * hour,
    maxStories = 20_000,
    maxInstruments = 10_000,
    score = readItem(),
    wallClock = Date.now,
  } = options
  assertPositive({ halfLifeMs, baselineHalfLifeMs, duplicateWindowMs, maxStories, maxInstruments })
  if (!(shrinkage >= 0)) throw new InvalidParameterError('shrinkage', 'at least 0', shrinkage)

  const scoreOf = createTitleScore()
  const stories = createStoryIndex<Count>({
    windowMs: duplicateWindowMs,
    capacity: Math.ceil(maxStories),
    opposed(left, right) {
      const scores = [scoreOf(left), scoreOf(right)]
      const [low, high] = [Math.min(...scores), Math.max(...scores)]
      // A copy that lost the telling word says nothing, which is not the opposite.
      return low < -nearlyNothing && high > nearlyNothing && high - low >= oppositeScores
    },
    onCopy({ state, time, value, weight }) {
      removeScore(state.fast, time, value, weight, halfLifeMs)
      removeScore(state.slow, time, value, weight, baselineHalfLifeMs)
      state.stories--
      state.duplicates++
    },
  })
  const states = new Map<string, State>()
  const weightOf = sourceWeights(sourceWeight)

  function stateOf(instrument: string, time: number): State {
    const known = states.get(instrument)
    // Set again, so that the map's order is by latest news.
    if (known) states.delete(instrument)
    else if (states.size >= maxInstruments) states.delete(states.keys().next().value ?? '')
    const state = known ?? {
      fast: createDecayingSums(time),
      slow: createDecayingSums(time),
      stories: 0,
      duplicates: 0,
    }
    states.set(instrument, state)
    return state
  }

  return {
    push(item) {
      assertItem(item)
      if (!Number.isFinite(item.time)) {
        throw new BadRequestError(`The time of item "${item.id}" must be ms UTC, got ${item.time}.`, {
          parameter: 'time',
        })
      }
      // Weights fade to the latest time seen: one wrong date would fade all that is known to nothing.
      if (item.time > wallClock() + dayMs) return false
      const weight = weightOf(item.source)
      if (weight === 0 || item.instruments.length === 0) return false
      const { counts } = stories.find(item)
      const fresh = new Set(item.instruments.filter((instrument) => !counts.has(instrument)))
      for (const instrument of item.instruments) {
        const state = states.get(instrument)
        if (state && !fresh.has(instrument)) state.duplicates++
      }
      if (fresh.size === 0) return false
      const sentiment = score(item)
      for (const instrument of fresh) {
        const state = stateOf(instrument, item.time)
        const own = sentiment.entities?.find(
          (entity) => entity.id === instrument && entity.evidence.length > 0,
        )
        // `|| 0`: a score of the user's that is no number must not spoil the sums for ever.
        const value = Math.max(-1, Math.min(1, own?.score ?? sentiment.score)) || 0
        const trusted = weight * (Math.max(0, Math.min(1, sentiment.confidence)) || 0)
        state.stories++
        addScore(state.fast, item.time, value, trusted, halfLifeMs)
        addScore(state.slow, item.time, value, trusted, baselineHalfLifeMs)
        counts.set(instrument, { state, time: item.time, value, weight: trusted })
      }
      return true
    },
    read(instrument, now) {
      const state = states.get(instrument)
      if (!state) return null
      const { fast, slow } = state
      const current = shrunk(fast, now, halfLifeMs, shrinkage)
      const baseline = shrunk(slow, now, baselineHalfLifeMs, shrinkage)
      const mean = fast.weight === 0 ? 0 : fast.score / fast.weight
      const variance = fast.weight === 0 ? 0 : fast.scoreSquared / fast.weight - mean * mean
      return {
        instrument,
        score: current,
        stories: state.stories,
        duplicates: state.duplicates,
        effectiveStories: fast.weightSquared === 0 ? 0 : (fast.weight * fast.weight) / fast.weightSquared,
        dispersion: Math.sqrt(Math.max(0, variance)),
        baseline,
        momentum: current - baseline,
        updatedAt: fast.time,
      }
    },
    instruments: () => [...states.keys()],
  }
}

/** Mean drawn to 0: as stories fade, so does the score. */
function shrunk(sums: DecayingSums, now: number, halfLifeMs: number, shrinkage: number): number {
  const factor = 2 ** (Math.min(0, sums.time - now) / halfLifeMs)
  const weight = sums.weight * factor + shrinkage
  return weight === 0 ? 0 : (sums.score * factor) / weight
}

function assertPositive(values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!(value > 0)) throw new InvalidParameterError(name, 'above 0', value)
  }
}

/** How a headline reads, found out once for each. */
function createTitleScore(): (headline: Headline) => number {
  const { analyze } = createSentimentAnalyzer()
  const scores = new WeakMap<Headline, number>()
  return (headline) => {
    const score = scores.get(headline) ?? analyze(headline.text).score
    scores.set(headline, score)
    return score
  }
}

function readItem(): (item: SentimentItem) => ItemSentiment {
  const analyzer = createSentimentAnalyzer()
  return ({ title, summary }) => analyzer.analyze(summary ? `${title}. ${summary}` : title)
}

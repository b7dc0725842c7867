import { type Instrument, type InstrumentInput, type NewsItem, parseInstrument } from '@starkmatter/core'
import {
  type AggregateSentimentOptions,
  aggregateSentiment,
  createSentimentAnalyzer,
  type EntityInput,
  type Evidence,
  type SentimentAggregate,
  type SentimentAnalyzer,
  type SentimentFlag,
  type SentimentItem,
  type SentimentLabel,
  type SentimentSeries,
  sentimentSeries,
} from '@starkmatter/core/sentiment'
import type { SilentSource } from './ask-sources.ts'

export type ReadSentimentOptions = {
  /** What headlines call the instrument: "Apple". */
  names?: readonly string[] | undefined
  /** Whom headlines name beside it: in "Apple beats while Samsung misses" the miss counts for Apple unless "Samsung" is known. */
  others?: readonly EntityInput[] | undefined
  /** Reads each text. @default the rule engine */
  analyzer?: SentimentAnalyzer | undefined
  /** How stories add up: half-lives, weights of sources, shrinkage. */
  aggregate?: Omit<AggregateSentimentOptions, 'score' | 'now' | 'wallClock'> | undefined
  /** When to read the series, ms UTC, oldest first: the times of the bars above it. @default 100 even steps up to `now` */
  times?: ArrayLike<number> | undefined
}

/** One article, as it reads for the instrument that was asked about. */
export type ScoredNews = {
  item: NewsItem
  /** What was read: the title, then the summary. Offsets of the evidence are into it. */
  text: string
  label: SentimentLabel
  /** -1 (bad) to 1 (good): the sum of the weights in `evidence`. */
  score: number
  /** 0 to 1. */
  confidence: number
  /** The reasons, in order of appearance. */
  evidence: readonly Evidence[]
  flags: readonly SentimentFlag[]
}

/** How the news of one instrument reads. */
export type SentimentReading = {
  /** Canonical id. */
  instrument: string
  /** `null` where there is no story to count. */
  aggregate: SentimentAggregate | null
  /** To plot under the price; empty without a story. */
  series: SentimentSeries
  /** Newest first. */
  items: readonly ScoredNews[]
  /** The moment that the figures are of, ms UTC. Later items are left out. */
  asOf: number
  /** Whether any of the items is made up. */
  simulated: boolean
  /** Sources that did not answer, and why: what they have is not counted. */
  failures: readonly SilentSource[]
}

/** News as they were answered, and when. */
export type NewsAnswer = {
  items: readonly NewsItem[]
  failures: readonly SilentSource[]
  asOf: number
  simulated: boolean
}

/** Reads the news of an instrument and adds them up. Items that their provider tags with others only do not count. */
export function readSentiment(
  symbol: InstrumentInput,
  { items: answered, asOf, simulated, failures }: NewsAnswer,
  {
    names = [],
    others = [],
    analyzer = sharedAnalyzer(),
    aggregate: options = {},
    times,
  }: ReadSentimentOptions = {},
): SentimentReading {
  const asked = parseInstrument(symbol)
  const instrument = asked.id
  const entities = [{ id: instrument, aliases: names, tickers: [asked.symbol] }, ...others]
  const items = answered
    .filter(({ time, instruments }) => time <= asOf && isAbout(instruments, asked))
    .map((item) => scoreItem(item, instrument, entities, analyzer))
    .sort((a, b) => b.item.time - a.item.time)

  const byKey = new Map(items.map((scored) => [keyOf(scored.item), scored]))
  const stories = items.map(({ item }): SentimentItem => ({ ...item, instruments: [instrument] }))
  const score = (story: SentimentItem) => byKey.get(keyOf(story)) ?? { score: 0, confidence: 0 }
  return {
    instrument,
    aggregate: aggregateSentiment(stories, { ...options, score, now: asOf }).get(instrument) ?? null,
    series: sentimentSeries(stories, {
      ...options,
      score,
      instrument,
      times: times ?? evenSteps(items.at(-1)?.item.time, asOf),
    }),
    items,
    asOf,
    simulated,
    failures,
  }
}

let shared: SentimentAnalyzer | undefined
function sharedAnalyzer(): SentimentAnalyzer {
  shared ??= createSentimentAnalyzer()
  return shared
}

function scoreItem(
  item: NewsItem,
  instrument: string,
  entities: readonly EntityInput[],
  analyzer: SentimentAnalyzer,
): ScoredNews {
  const { title, summary } = item
  const text = summary ? `${title}. ${summary}` : title
  const whole = analyzer.analyze(text, { entities })
  const { confidence, flags } = whole
  const own = whole.entities.find(({ id, evidence }) => id === instrument && evidence.length > 0)
  const { label, score } = own ?? whole
  const evidence = own ? own.evidence.flatMap((index) => whole.evidence[index] ?? []) : whole.evidence
  return { item, text, label, score, confidence, evidence, flags }
}

/** Ids are a source's own. */
function keyOf({ source, id }: { source: string; id: string }): string {
  return `${source} ${id}`
}

/** Providers may leave the venue out, or add it; some tag nothing, and answer only with what was asked for. */
function isAbout(tagged: readonly Instrument[], asked: Instrument): boolean {
  if (tagged.length === 0) return true
  return tagged.some(
    ({ assetClass, symbol, venue }) =>
      assetClass === asked.assetClass &&
      symbol === asked.symbol &&
      (venue === undefined || asked.venue === undefined || venue === asked.venue),
  )
}

const steps = 100

function evenSteps(from: number | undefined, to: number): number[] {
  if (from === undefined) return []
  return Array.from({ length: steps }, (_, index) => from + ((to - from) * (index + 1)) / steps)
}

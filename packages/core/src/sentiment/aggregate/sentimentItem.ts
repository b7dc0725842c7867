/** A story to be counted. Every NewsItem of the SDK is one. */
export type SentimentItem = {
  /** Stable for one story of one source; a second item with the same id is the same story. */
  id: string
  /** When it was published, ms UTC. */
  time: number
  title: string
  summary?: string | null | undefined
  url?: string | null | undefined
  source: string
  /** Ids of the instruments it is about, such as `equity:AAPL`. */
  instruments: readonly string[]
}

/** How a story reads: score in -1..1, confidence in 0..1. `entities` refine it per instrument where ids agree. */
export type ItemSentiment = {
  score: number
  confidence: number
  entities?: readonly { id: string; score: number; evidence: readonly unknown[] }[] | undefined
}

/** How the market of one instrument reads at a moment. */
export type SentimentAggregate = {
  instrument: string
  /** -1..1: decayed weighted mean of the stories, drawn to 0 when they are few. */
  score: number
  /** Distinct stories counted since the aggregate began. */
  stories: number
  /** Copies of stories already counted, which moved nothing. */
  duplicates: number
  /** How many equal fresh stories would weigh as much: the size of the sample behind `score`. */
  effectiveStories: number
  /** Standard deviation of the stories' scores: agreement is 0, a split press is near 1. */
  dispersion: number
  /** The same mean over the slower baseline. */
  baseline: number
  /** `score - baseline`: above 0 when the news is better than usual. */
  momentum: number
  /** Time of the latest story, ms UTC. */
  updatedAt: number
}

/** Which way a text leans for the holders of what it is about. */
export type SentimentLabel = 'positive' | 'negative' | 'neutral'

/** One reason for a score. */
export type Evidence = {
  /** UTF-16 offsets into the text, end exclusive. */
  start: number
  end: number
  /** What was recognised, such as `movement.sales` or `analyst.downgrade`. */
  rule: string
  /** Its part of the score. The score is the sum of these, exactly. */
  weight: number
}

/** A company or instrument to look for. A bare string is both its id and its name. */
export type EntityInput =
  | string
  | {
      id: string
      name?: string | undefined
      aliases?: readonly string[] | undefined
      tickers?: readonly string[] | undefined
    }

/** Where a text names an entity, as UTF-16 offsets. */
export type EntityMention = { start: number; end: number }

/** What the text says of one entity. */
export type EntitySentiment = {
  id: string
  /** As if the text said nothing of others, which makes `score` smaller. */
  label: SentimentLabel
  /** Sum of the weights of its evidence, in -1..1. */
  score: number
  /** Indexes into the result's `evidence`. */
  evidence: readonly number[]
  mentions: readonly EntityMention[]
}

/**
 * - `foreign`: not in English, so nothing was read
 * - `truncated`: longer than the limit, the rest was not read
 * - `mixed`: good and bad news of similar weight
 * - `question`: asked rather than stated
 */
export type SentimentFlag = 'foreign' | 'truncated' | 'mixed' | 'question'

export type SentimentResult = {
  label: SentimentLabel
  /** -1 (bad) to 1 (good), the sum of the weights in `evidence`. */
  score: number
  /** 0 to 1, how far the label can be trusted. */
  confidence: number
  /** In order of appearance. */
  evidence: readonly Evidence[]
  entities: readonly EntitySentiment[]
  flags: readonly SentimentFlag[]
}

export type AnalyzeOptions = { entities?: readonly EntityInput[] | undefined }

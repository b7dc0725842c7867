/** What happened, by an article. */
export const eventKinds = [
  'earnings',
  'guidance',
  'analyst-rating',
  'deal',
  'product',
  'contract',
  'legal',
  'regulation',
  'management',
  'labour',
  'capital-return',
  'financing',
  'incident',
  'macro',
  'price-move',
  'opinion',
  'other',
] as const
export type EventKind = (typeof eventKinds)[number]

/** Good or bad for the holders of an instrument. */
export const stances = ['positive', 'negative', 'neutral'] as const
export type Stance = (typeof stances)[number]

/** How much it may move a price. */
export const materialities = ['high', 'medium', 'low'] as const
export type Materiality = (typeof materialities)[number]

/** UTF-16 offsets into a text, end exclusive. */
export type Span = readonly [start: number, end: number]

/**
 * What a reader made of one article. Every value comes from a closed set or from the SDK, so that whatever the article
 * says, nothing of its wording can go further than here.
 */
export type Reading = {
  event: EventKind
  materiality: Materiality
  /** The instruments it speaks of, of those that were offered, with its stance towards each. */
  about: readonly { instrument: string; stance: Stance }[]
  /** Passages of the cleaned text that are worth quoting, in order. */
  spans: readonly Span[]
  /** Who read it: a language model, or the rule engine. */
  by: 'model' | 'rules'
}

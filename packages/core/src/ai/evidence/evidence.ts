/**
 * Unit of a metric: an ISO 4217 or crypto code for money (`USD`), `%` for percent, `pp` for percentage points,
 * `x` for multiples, `1` for plain numbers, or a plural noun for things that are counted (`shares`).
 */
export type Unit = string

/** One column of values. `null` where there was no value. */
export type EvidenceMetric = { name: string; unit: Unit; values: readonly (number | null)[] }

/** What a tool found out about one subject: a table of moments by metrics. */
export type EvidenceContent = {
  tool: string
  /** Canonical instrument id (`equity:AAPL`), or another stable name (`market:XNYS`). */
  subject: string
  /** Name of the subject for people; it may stand in a sentence, digits included (`3M`). */
  subjectName?: string
  provider: string
  /** When it was received, ISO 8601. */
  fetchedAt: string
  /** The moment that each row describes, ascending: a date, or an ISO 8601 instant. */
  asOf: readonly string[]
  metrics: readonly EvidenceMetric[]
  /** Exact texts that may be quoted, by article id. */
  quotes?: readonly EvidenceQuote[]
}

export type EvidenceQuote = { article: string; text: string }

/** Evidence with its address: the id is the hash of the content, so a changed value has another id. */
export type Evidence = EvidenceContent & { id: string }

import type { EventKind, Materiality, Stance } from '../quarantine/reading.ts'

/**
 * Unit of a metric: an ISO 4217 or crypto code for money (`USD`), `%` for percent, `pp` for percentage points,
 * `x` for multiples, `1` for plain numbers, `date` and `time` for days and instants as ms UTC, or a plural noun for
 * things that are counted (`shares`).
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
  /** The data are made up. */
  simulated?: true
  /** The moment that each row describes, ascending: a date, or an ISO 8601 instant. */
  asOf: readonly string[]
  metrics: readonly EvidenceMetric[]
  /** What a reader made of each article: the only thing of it that a language model gets to see. */
  articles?: readonly EvidenceArticle[]
  /** Exact texts that may be quoted, by article id. They are shown to people and never given to a model. */
  quotes?: readonly EvidenceQuote[]
}

/** One article as closed values, so that no word of it can act on whoever reads this. */
export type EvidenceArticle = {
  /** A hash: nothing in it is of the article's own making. */
  article: string
  /** The row of its moment. */
  at: string
  event: EventKind
  /** Towards the subject of the evidence. */
  stance: Stance
  materiality: Materiality
  /** UTF-16 offsets, end exclusive, of the passages worth quoting. */
  spans: readonly (readonly [start: number, end: number])[]
}

export type EvidenceQuote = { article: string; text: string }

/** Evidence with its address: the id is the hash of the content, so a changed value has another id. */
export type Evidence = EvidenceContent & { id: string }

import type { Evidence, EvidenceArticle, EvidenceContent, EvidenceMetric } from '../evidence/evidence.ts'
import { estimateTokens } from '../llm/estimateTokens.ts'

/** Tokens that one result may take in the model's context. */
export const maxResultTokens = 2_000

type Next = Readonly<Record<string, unknown>> | undefined

/**
 * Keeps what fits, so that evidence holds what the model saw and nothing else: the newest rows first, then the first
 * subjects, then the first metrics.
 */
export function fitEvidence(
  contents: readonly EvidenceContent[],
  next: Next,
): { contents: readonly EvidenceContent[]; truncated: boolean } {
  const fits = (kept: readonly EvidenceContent[]) =>
    estimateTokens(packResult(kept.map(withLongestId), true, next)) <= maxResultTokens
  if (fits(contents)) return { contents, truncated: false }
  const most = Math.max(1, ...contents.map(({ asOf }) => asOf.length))
  const byRows = (rows: number) => contents.map((content) => keepNewest(content, rows))
  const rows = largest(most, (count) => fits(byRows(count)))
  if (rows > 0) return { contents: byRows(rows), truncated: true }
  const single = byRows(1)
  const subjects = largest(single.length, (count) => fits(single.slice(0, count)))
  if (subjects > 0) return { contents: single.slice(0, subjects), truncated: true }
  const [first] = single
  if (!first) return { contents: [], truncated: true }
  const byMetrics = (count: number) => [{ ...first, metrics: first.metrics.slice(0, count) }]
  return {
    contents: byMetrics(largest(first.metrics.length, (count) => fits(byMetrics(count)))),
    truncated: true,
  }
}

/** What the model reads: columns under one list of row labels, with the id to point at. Never a word of an article. */
export function packResult(evidence: readonly Evidence[], truncated: boolean, next: Next): string {
  const [only] = evidence
  const found = evidence.length === 1 && only ? packOne(only) : { results: evidence.map(packOne) }
  const rest = truncated && { truncated: true, next: next ?? 'Ask for fewer metrics or a shorter range.' }
  return JSON.stringify({ ...found, ...rest })
}

function packOne({ id, subject, simulated, asOf, metrics, articles }: Evidence) {
  return {
    ref: id,
    subject,
    ...(simulated && { simulated }),
    asOf,
    metrics: Object.fromEntries(
      metrics.map((metric) => [metric.name, { unit: metric.unit, values: readable(metric) }]),
    ),
    ...(articles && { articles: columnsOf(articles) }),
  }
}

function columnsOf(articles: readonly EvidenceArticle[]) {
  return {
    id: articles.map(({ article }) => article),
    at: articles.map(({ at }) => at),
    event: articles.map(({ event }) => event),
    stance: articles.map(({ stance }) => stance),
    materiality: articles.map(({ materiality }) => materiality),
    spans: articles.map(({ spans }) => spans),
  }
}

/** Days and instants as text: a model reads no milliseconds. */
function readable({ unit, values }: EvidenceMetric): readonly (number | string | null)[] {
  if (unit !== 'date' && unit !== 'time') return values
  const length = unit === 'date' ? 10 : 24
  return values.map((value) => value && new Date(value).toISOString().slice(0, length))
}

/** No hash takes more tokens than one whose every digit stands alone. */
function withLongestId(content: EvidenceContent): Evidence {
  return { ...content, id: `ev_${'0a'.repeat(10)}` }
}

/** The largest count, 0 to `most`, that passes; whatever passes, less passes too. */
function largest(most: number, passes: (count: number) => boolean): number {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (passes(middle)) low = middle
    else high = middle - 1
  }
  return low
}

function keepNewest(content: EvidenceContent, rows: number): EvidenceContent {
  const from = Math.max(0, content.asOf.length - rows)
  if (from === 0) return content
  const asOf = content.asOf.slice(from)
  const articles = content.articles?.filter(({ at }) => asOf.includes(at))
  const kept = new Set(articles?.map(({ article }) => article))
  return {
    ...content,
    asOf,
    metrics: content.metrics.map((metric) => ({ ...metric, values: metric.values.slice(from) })),
    ...(articles && { articles }),
    ...(content.quotes && { quotes: content.quotes.filter(({ article }) => kept.has(article)) }),
  }
}

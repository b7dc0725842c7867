import type { Evidence, EvidenceContent } from '../evidence/evidence.ts'

/** Tokens that one result may take in the model's context. */
export const maxResultTokens = 2_000

/** An upper estimate of the tokens of a JSON text: digits and punctuation take about one token for two characters. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 2)
}

/** Keeps the newest rows that fit, so that evidence holds what the model saw and nothing else. */
export function fitEvidence(content: EvidenceContent): { content: EvidenceContent; truncated: boolean } {
  const fits = (rows: number) =>
    estimateTokens(JSON.stringify(keepNewest(content, rows))) <= maxResultTokens - 120
  if (fits(content.asOf.length)) return { content, truncated: false }
  let [low, high] = [0, content.asOf.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return { content: keepNewest(content, low), truncated: true }
}

/** What the model reads: columns under one list of row labels, with the id to point at. */
export function packResult(
  evidence: Evidence,
  truncated: boolean,
  next: Readonly<Record<string, unknown>> | undefined,
): string {
  const { id, subject, asOf, metrics, quotes } = evidence
  return JSON.stringify({
    ref: id,
    subject,
    asOf,
    metrics: Object.fromEntries(metrics.map(({ name, unit, values }) => [name, { unit, values }])),
    ...(quotes && { quotes }),
    ...(truncated && { truncated: true, next: next ?? 'Ask for fewer metrics or a shorter range.' }),
  })
}

function keepNewest(content: EvidenceContent, rows: number): EvidenceContent {
  const from = content.asOf.length - rows
  return {
    ...content,
    asOf: content.asOf.slice(from),
    metrics: content.metrics.map((metric) => ({ ...metric, values: metric.values.slice(from) })),
    ...(content.quotes && { quotes: content.quotes.slice(0, rows) }),
  }
}

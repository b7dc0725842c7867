import { AbortedError, InvalidParameterError, UpstreamError } from '../../errors/index.ts'
import { untilAborted } from '../../http/deadline.ts'
import type { SentimentLabel } from '../types.ts'
import { assertTexts } from './assertTexts.ts'
import type { Classification, SentimentClassifier } from './classifier.ts'

type LabelScore = { label: string; score: number }

export type TransformersClassifierOptions = {
  /**
   * A text-classification pipeline, as `await pipeline('text-classification', model)` of `@huggingface/transformers`
   * gives it. The package is yours to install; it is not a dependency.
   */
  pipeline: (texts: string[], options: { top_k: number }) => Promise<unknown>
  /** What the model's labels mean, for models that do not say positive, negative and neutral. */
  labels?: Readonly<Record<string, SentimentLabel>> | undefined
  /** Texts per call. @default 16 */
  batchSize?: number | undefined
}

/**
 * FinBERT and its kin behind the classifier interface. The score is the probability of good news less that of bad.
 *
 * @throws {InvalidParameterError} `batchSize` is no whole number above 0
 * @throws {UpstreamError} on classifying, when the pipeline answers with labels that nobody explained
 */
export function transformersClassifier(options: TransformersClassifierOptions): SentimentClassifier {
  const { pipeline, labels = {}, batchSize = 16 } = options
  if (!Number.isInteger(batchSize) || batchSize < 1)
    throw new InvalidParameterError('batchSize', 'a whole number above 0', batchSize)
  // All labels are wanted: the shares of those that mean the same are added.
  const labelCount = Math.max(3, Object.keys(labels).length)

  function meaningOf(label: string): SentimentLabel {
    const meaning = labels[label] ?? label.toLowerCase()
    if (meaning === 'positive' || meaning === 'negative' || meaning === 'neutral') return meaning
    throw new UpstreamError(`The model answered "${label}". Say what it means in the option "labels".`)
  }

  function toClassification(scores: readonly LabelScore[]): Classification {
    const share = { positive: 0, negative: 0, neutral: 0 }
    for (const { label, score } of scores) share[meaningOf(label)] += score
    const label = (['neutral', 'positive', 'negative'] as const).reduce((best, next) =>
      share[next] > share[best] ? next : best,
    )
    return { label, score: share.positive - share.negative, confidence: share[label], source: 'transformers' }
  }

  return {
    id: 'transformers',
    async classify(texts, { signal } = {}) {
      assertTexts(texts)
      const results: Classification[] = []
      const waitingFor = signal ?? new AbortController().signal
      for (let start = 0; start < texts.length; start += batchSize) {
        if (waitingFor.aborted) throw new AbortedError()
        const part = texts.slice(start, start + batchSize)
        const output = await untilAborted(pipeline(part, { top_k: labelCount }), waitingFor)
        const rows = readRows(output, part.length)
        for (const row of rows) results.push(toClassification(row))
      }
      return results
    },
  }
}

/** One list of label scores per text; a pipeline gives a bare object where there is one label a text. */
function readRows(output: unknown, count: number): LabelScore[][] {
  const rows: unknown[] = Array.isArray(output) ? output : [output]
  const nested = rows.map((row): unknown[] => (Array.isArray(row) ? row : [row]))
  // For one text some versions leave out the outer list.
  const perText = count === 1 && nested.length !== 1 ? [nested.flat()] : nested
  const valid = perText.length === count && perText.every((row) => row.length > 0 && row.every(isLabelScore))
  if (!valid)
    throw new UpstreamError(`The pipeline answered ${perText.length} rows for ${count} texts, or not labels.`)
  return perText.map((row) => row.filter(isLabelScore))
}

function isLabelScore(value: unknown): value is LabelScore {
  return (
    typeof value === 'object' &&
    value !== null &&
    'label' in value &&
    typeof value.label === 'string' &&
    'score' in value &&
    Number.isFinite(value.score)
  )
}

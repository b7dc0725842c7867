import type { SentimentAnalyzer } from '../createSentimentAnalyzer.ts'
import type { SentimentLabel } from '../types.ts'
import { assertTexts } from './assertTexts.ts'

/** A verdict on one text. */
export type Classification = {
  label: SentimentLabel
  /** -1 (bad) to 1 (good). */
  score: number
  /** 0 to 1. */
  confidence: number
  /** Who decided: `rules`, `claude`, `transformers`, `linear`. */
  source: string
  /** Why a better classifier was passed over, when it was. */
  fallback?: 'budget' | 'failed'
}

export type ClassifyOptions = { signal?: AbortSignal | undefined }

/** What every engine looks like from outside: the rules, a language model, a transformer, a trained model. */
export type SentimentClassifier = {
  id: string
  /**
   * One verdict per text, in order.
   *
   * @throws {InvalidParameterError} `texts` is no list of texts
   */
  classify(texts: readonly string[], options?: ClassifyOptions): Promise<Classification[]>
}

/** The rule engine as a classifier. */
export function rulesClassifier(analyzer: SentimentAnalyzer): SentimentClassifier {
  return {
    id: 'rules',
    async classify(texts) {
      assertTexts(texts)
      return texts.map((text) => {
        const { label, score, confidence } = analyzer.analyze(text)
        return { label, score, confidence, source: 'rules' }
      })
    },
  }
}

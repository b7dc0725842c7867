import { BadRequestError } from '../../errors/index.ts'
import type { SentimentLabel } from '../types.ts'
import { assertTexts } from './assertTexts.ts'
import type { Classification, SentimentClassifier } from './classifier.ts'
import { hashFeatures } from './hashFeatures.ts'

/** A trained model as plain data: weights that are not zero, as pairs of slot and value. */
export type LinearModel = { version: 1; bits: number; weights: [number, number][] }

export type LinearClassifier = SentimentClassifier & {
  /** Without waiting: the model runs here. */
  predict(text: string): Classification
  model: LinearModel
}

/** Order of the weights of a slot. */
export const linearLabels: readonly SentimentLabel[] = ['negative', 'neutral', 'positive']

/**
 * Restores a model from its data.
 *
 * @throws {BadRequestError} it is not a model, or one of a later version
 */
export function loadLinear(model: LinearModel): LinearClassifier {
  if (!isModel(model)) throw new BadRequestError('Not a linear model of version 1, with 8 to 24 bits.')
  const weights = new Float32Array(linearLabels.length << model.bits)
  for (const [index, pair] of model.weights.entries()) {
    const [slot, weight]: readonly unknown[] = Array.isArray(pair) ? pair : []
    if (!isIndex(slot, weights.length) || typeof weight !== 'number' || !Number.isFinite(weight)) {
      throw new BadRequestError(`Not a linear model: weights[${index}] is no slot and value.`)
    }
    weights[slot] = weight
  }

  function predict(text: string): Classification {
    const active = hashFeatures(text, model.bits)
    const scale = 1 / Math.sqrt(active.length || 1)
    const sums = linearLabels.map((_, label) => {
      let sum = 0
      for (const slot of active) sum += weights[slot * linearLabels.length + label] ?? 0
      return sum * scale
    })
    const top = Math.max(...sums)
    const shares = sums.map((sum) => Math.exp(sum - top))
    const total = shares.reduce((left, right) => left + right, 0)
    const [negative = 0, neutral = 0, positive = 0] = shares.map((share) => share / total)
    const confidence = Math.max(negative, neutral, positive)
    // A tie, as for a text of unknown words, is neutral.
    const label = confidence === neutral ? 'neutral' : confidence === positive ? 'positive' : 'negative'
    return { label, score: positive - negative, confidence, source: 'linear' }
  }
  async function classify(texts: readonly string[]): Promise<Classification[]> {
    assertTexts(texts)
    return texts.map(predict)
  }
  return { id: 'linear', model, predict, classify }
}

/** Models come out of files, which may hold anything. */
function isModel(value: unknown): value is LinearModel {
  if (typeof value !== 'object' || value === null) return false
  const { version, bits, weights }: Partial<Record<string, unknown>> = { ...value }
  return version === 1 && isIndex(bits, 25) && bits >= 8 && Array.isArray(weights)
}

function isIndex(value: unknown, length: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < length
}

import { BadRequestError, InvalidParameterError } from '../../errors/index.ts'
import type { SentimentLabel } from '../types.ts'
import { hashFeatures } from './hashFeatures.ts'
import { type LinearClassifier, linearLabels, loadLinear } from './linearModel.ts'

export type LabelledText = { text: string; label: SentimentLabel }

export type TrainLinearOptions = {
  /** Passes over the examples. @default 4 */
  epochs?: number | undefined
  /** log2 of the number of weights per label. @default 18 */
  bits?: number | undefined
  /** @default 0.25 */
  learningRate?: number | undefined
  /** Same seed, same examples, same model. @default 1 */
  seed?: number | undefined
}

/**
 * Trains a linear model on your own labelled texts: hashed words, word pairs and letter groups, softmax, AdaGrad.
 * It knows the feed it was trained on, and little beyond it: measure it on texts it has not seen.
 *
 * - Cost: 10,000 headlines in about a second.
 * - `model` of the result is plain data; keep it as JSON and restore it with `loadLinear`.
 *
 * @throws {BadRequestError} no examples, or a label that is none
 * @throws {InvalidParameterError} `bits` is not in 8..24 `epochs` no whole number of at least 1, or `learningRate` not above 0
 * @example
 * const own = trainLinear([
 *   { text: 'Plant back at full load', label: 'positive' },
 *   { text: 'Plant trips again', label: 'negative' },
 * ])
 * own.predict('Plant trips').label // 'negative'
 */
export function trainLinear(
  examples: readonly LabelledText[],
  options: TrainLinearOptions = {},
): LinearClassifier {
  const { epochs = 4, bits = 18, learningRate = 0.25, seed = 1 } = options
  if (examples.length === 0) throw new BadRequestError('trainLinear needs labelled texts, got none.')
  if (!Number.isInteger(bits) || bits < 8 || bits > 24)
    throw new InvalidParameterError('bits', 'in 8..24', bits)
  if (!Number.isInteger(epochs) || epochs < 1)
    throw new InvalidParameterError('epochs', 'a whole number of at least 1', epochs)
  if (!(learningRate > 0 && learningRate < Number.POSITIVE_INFINITY))
    throw new InvalidParameterError('learningRate', 'a number above 0', learningRate)

  const labels = linearLabels.length
  const weights = new Float32Array(labels << bits)
  const squares = new Float32Array(labels << bits)
  const features = examples.map(({ text }) => hashFeatures(text, bits))
  const gold = examples.map(({ label }) => linearLabels.indexOf(label))
  const unknown = examples[gold.indexOf(-1)]
  if (unknown)
    throw new BadRequestError(
      `A label is positive, negative or neutral, got ${JSON.stringify(unknown.label)}.`,
    )
  const order = examples.map((_, index) => index)
  const random = createRandom(seed)

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const active = features[index]
      if (active) learn(weights, squares, active, gold[index] ?? 0, learningRate)
    }
  }
  // Through its data, so that a restored model gives the same verdicts.
  return loadLinear({ version: 1, bits, weights: sparse(weights) })
}

/** One step of AdaGrad on the softmax loss of one example. */
function learn(
  weights: Float32Array,
  squares: Float32Array,
  active: Uint32Array,
  gold: number,
  learningRate: number,
): void {
  const scale = 1 / Math.sqrt(active.length || 1)
  let negative = 0
  let neutral = 0
  let positive = 0
  for (let index = 0; index < active.length; index++) {
    const at = (active[index] as number) * 3
    negative += weights[at] as number
    neutral += weights[at + 1] as number
    positive += weights[at + 2] as number
  }
  const top = Math.max(negative, neutral, positive) * scale
  const low = Math.exp(negative * scale - top)
  const mid = Math.exp(neutral * scale - top)
  const high = Math.exp(positive * scale - top)
  const total = low + mid + high
  const gradients = [low / total, mid / total, high / total]
  gradients[gold] = (gradients[gold] ?? 0) - 1
  const [first = 0, second = 0, third = 0] = gradients.map((gradient) => gradient * scale)
  // The three weights of a slot lie side by side: one visit to memory for all of them.
  for (let index = 0; index < active.length; index++) {
    const at = (active[index] as number) * 3
    step(weights, squares, at, first, learningRate)
    step(weights, squares, at + 1, second, learningRate)
    step(weights, squares, at + 2, third, learningRate)
  }
}

function step(
  weights: Float32Array,
  squares: Float32Array,
  at: number,
  gradient: number,
  learningRate: number,
): void {
  const sum = (squares[at] as number) + gradient * gradient
  squares[at] = sum
  weights[at] = (weights[at] as number) - (learningRate * gradient) / Math.sqrt(sum + 1e-8)
}

/** Weights that matter, as pairs of slot and value rounded to what matters. */
function sparse(weights: Float32Array): [number, number][] {
  const pairs: [number, number][] = []
  weights.forEach((weight, slot) => {
    const rounded = Math.round(weight * 1e4) / 1e4
    if (rounded !== 0) pairs.push([slot, rounded])
  })
  return pairs
}

/** mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const held = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = held
  }
}

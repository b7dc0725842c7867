import { describe, expect, test } from 'vitest'
import { companyCases, headlineCases, movementCases } from '../cases/index.ts'
import { createSentimentAnalyzer } from '../createSentimentAnalyzer.ts'
import { rulesClassifier } from './classifier.ts'
import { loadLinear } from './linearModel.ts'
import { trainLinear } from './trainLinear.ts'

const examples = [...companyCases, ...headlineCases, ...movementCases].map(({ text, label }) => ({
  text,
  label,
}))
const accuracy = (predict: (text: string) => { label: string }) =>
  examples.filter(({ text, label }) => predict(text).label === label).length / examples.length

describe('a trained model', () => {
  const model = trainLinear(examples)

  test('knows the texts it was trained on', () => {
    expect(accuracy(model.predict)).toBeGreaterThan(0.97)
  })

  test('learns what the words of a feed mean', () => {
    const feed = ['zap', 'zop', 'zip'].flatMap((word, index) =>
      Array.from({ length: 30 }, (_, number) => ({
        text: `${word} item ${number}`,
        label: (['positive', 'negative', 'neutral'] as const)[index] ?? 'neutral',
      })),
    )
    const own = trainLinear(feed)
    expect(['zap', 'zop', 'zip'].map((word) => own.predict(`${word} item 99`).label)).toEqual([
      'positive',
      'negative',
      'neutral',
    ])
  })

  test('is the same for the same seed, and through JSON', () => {
    expect(trainLinear(examples).model).toEqual(model.model)
    const restored = loadLinear(JSON.parse(JSON.stringify(model.model)))
    for (const { text } of examples) expect(restored.predict(text)).toEqual(model.predict(text))
  })

  test('gives probabilities', () => {
    const { score, confidence } = model.predict('Profit rose')
    expect(confidence).toBeGreaterThan(1 / 3)
    expect(confidence).toBeLessThanOrEqual(1)
    expect(Math.abs(score)).toBeLessThanOrEqual(1)
  })

  test('takes an unknown text, and none, as neutral', () => {
    expect(trainLinear([{ text: 'a b', label: 'positive' }]).predict('').label).toBe('neutral')
  })
})

test('no examples, labels that are none and odd sizes are refused', () => {
  const labelled = JSON.parse('[{ "text": "Plant trips", "label": "bearish" }]')
  expect(() => trainLinear(labelled)).toThrow(/"bearish"/)
  expect(() => trainLinear([])).toThrow(/labelled/)
  expect(() => trainLinear(examples, { bits: 40 })).toThrow(/bits/)
  expect(() => trainLinear(examples, { epochs: 0 })).toThrow(/epochs/)
  expect(() => trainLinear(examples, { epochs: Number.POSITIVE_INFINITY })).toThrow(/epochs/)
  expect(() => trainLinear(examples, { learningRate: Number.NaN })).toThrow(/learningRate/)
  expect(() => loadLinear({ version: 1, bits: 2, weights: [] })).toThrow(/version 1/)
})

test('rules and models look the same from outside', async () => {
  const classifiers = [rulesClassifier(createSentimentAnalyzer()), trainLinear(examples)]
  for (const classifier of classifiers) {
    const [verdict] = await classifier.classify(['Operating profit rose sharply.'])
    expect(verdict).toMatchObject({ label: 'positive', source: classifier.id })
  }
})

test.each([
  'null',
  '{}',
  '"model"',
  '{ "version": 1, "bits": 10 }',
  '{ "version": 1, "bits": 10, "weights": "none" }',
  '{ "version": 1, "bits": 10, "weights": [1] }',
  '{ "version": 1, "bits": 10, "weights": [[0, null]] }',
  '{ "version": 1, "bits": 10, "weights": [[3072, 1]] }',
  '{ "version": 1, "bits": 10, "weights": [["length", 1]] }',
])('what a file holds is a model or is refused: %s', (json) => {
  expect(() => loadLinear(JSON.parse(json))).toThrow(/^Not a linear model/)
})

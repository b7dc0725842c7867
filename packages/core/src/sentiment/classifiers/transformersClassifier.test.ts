import { expect, test } from 'vitest'
import { transformersClassifier } from './transformersClassifier.ts'

const scores = [
  { label: 'positive', score: 0.7 },
  { label: 'neutral', score: 0.2 },
  { label: 'negative', score: 0.1 },
]

test('the score is the probability of good news less that of bad', async () => {
  const classifier = transformersClassifier({ pipeline: async (texts) => texts.map(() => scores) })
  const [result] = await classifier.classify(['a'])
  expect(result).toMatchObject({ label: 'positive', confidence: 0.7, source: 'transformers' })
  expect(result?.score).toBeCloseTo(0.6, 12)
})

test('texts go to the pipeline in batches, and come back in order', async () => {
  const sizes: number[] = []
  const classifier = transformersClassifier({
    batchSize: 2,
    pipeline: async (texts) => {
      sizes.push(texts.length)
      return texts.map((text) => ({ label: text, score: 1 }))
    },
  })
  const results = await classifier.classify(['Positive', 'negative', 'NEUTRAL'])
  expect(sizes).toEqual([2, 1])
  expect(results.map(({ label }) => label)).toEqual(['positive', 'negative', 'neutral'])
})

test('labels of a model that counts are explained', async () => {
  const pipeline = async () => [{ label: 'LABEL_2', score: 0.9 }]
  const explained = transformersClassifier({ pipeline, labels: { LABEL_2: 'negative' } })
  expect((await explained.classify(['a']))[0]?.label).toBe('negative')
  await expect(transformersClassifier({ pipeline }).classify(['a'])).rejects.toThrow(/LABEL_2/)
})

test('one text whose scores come without an outer list is read', async () => {
  const classifier = transformersClassifier({ pipeline: async () => scores })
  expect((await classifier.classify(['a']))[0]?.label).toBe('positive')
})

test.each([[[]], [null], [[[{ label: 'positive', score: Number.NaN }]]], [[{ label: 1 }]], ['positive']])(
  'an answer that is not labels is refused: %j',
  async (output) => {
    const classifier = transformersClassifier({ pipeline: async () => output })
    await expect(classifier.classify(['a'])).rejects.toMatchObject({ code: 'UPSTREAM' })
  },
)

test('nothing asks nothing', async () => {
  const classifier = transformersClassifier({ pipeline: () => Promise.reject(new Error('asked')) })
  expect(await classifier.classify([])).toEqual([])
})

test('a batch of no texts, which would never end, is refused', () => {
  expect(() => transformersClassifier({ pipeline: async () => [], batchSize: 0 })).toThrow(/batchSize/)
})

test('an aborted call ends at once, though a pipeline cannot be told', async () => {
  const stop = new AbortController()
  const classifier = transformersClassifier({ pipeline: () => new Promise(() => {}) })
  const waiting = classifier.classify(['a'], { signal: stop.signal })
  stop.abort()
  await expect(waiting).rejects.toMatchObject({ code: 'ABORTED' })
})

test('of a model with many labels all shares count', async () => {
  const stars = {
    one: 'negative',
    two: 'negative',
    three: 'neutral',
    four: 'positive',
    five: 'positive',
  } as const
  const shares = Object.entries({ one: 0.3, five: 0.25, two: 0.2, four: 0.15, three: 0.1 })
  const classifier = transformersClassifier({
    labels: stars,
    pipeline: async (_, { top_k }) => [shares.slice(0, top_k).map(([label, score]) => ({ label, score }))],
  })
  const [verdict] = await classifier.classify(['a'])
  expect(verdict?.label).toBe('negative')
  expect(verdict?.score).toBeCloseTo(-0.1, 12)
})

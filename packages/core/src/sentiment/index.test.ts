import { expect, test } from 'vitest'
import * as sentiment from './index.ts'

test('the public names', () => {
  expect(Object.keys(sentiment).sort()).toMatchInlineSnapshot(`
    [
      "aggregateSentiment",
      "claudeClassifier",
      "createSentimentAggregator",
      "createSentimentAnalyzer",
      "loadLinear",
      "rulesClassifier",
      "sentimentSeries",
      "trainLinear",
      "transformersClassifier",
    ]
  `)
})

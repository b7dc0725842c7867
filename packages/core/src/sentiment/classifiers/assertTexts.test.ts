import { expect, test } from 'vitest'
import { InvalidParameterError } from '../../errors/index.ts'
import { createSentimentAnalyzer } from '../createSentimentAnalyzer.ts'
import { rulesClassifier } from './classifier.ts'
import { claudeClassifier } from './claudeClassifier.ts'
import { trainLinear } from './trainLinear.ts'
import { transformersClassifier } from './transformersClassifier.ts'

const neverAsked = () => Promise.reject(new Error('was asked'))
const classifiers = [
  rulesClassifier(createSentimentAnalyzer()),
  trainLinear([{ text: 'profit rises', label: 'positive' }]),
  transformersClassifier({ pipeline: neverAsked }),
  claudeClassifier({ llm: { complete: neverAsked } }),
]

test.each(classifiers)('$id takes a list of texts, and nothing that looks like one', async ({ classify }) => {
  for (const [got, message] of [
    ['Apple beats', '"texts" must be a list of texts, but is "Apple beats".'],
    [null, '"texts" must be a list of texts, but is null.'],
    [['Apple beats', null], '"texts[1]" must be a text, but is null.'],
  ]) {
    const error: unknown = await classify(JSON.parse(JSON.stringify(got))).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(InvalidParameterError)
    expect(String(error)).toContain(message)
  }
})

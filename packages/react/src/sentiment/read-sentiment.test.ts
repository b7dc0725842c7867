import { createSentimentAnalyzer } from '@starkmatter/core/sentiment'
import { expect, test } from 'vitest'
import { sampleStory } from '../testing/sample-news.ts'
import { readSentiment } from './read-sentiment.ts'

const asOf = Date.now()
const answer = (...items: ReturnType<typeof sampleStory>[]) => ({
  items,
  asOf,
  simulated: false,
  failures: [],
})

test('a headline about two companies counts for each with its own sign', () => {
  const news = answer(sampleStory('Apple beats estimates while Samsung misses', 1))
  const apple = readSentiment('AAPL', news, { names: ['Apple'], others: ['Samsung'] })
  const samsung = readSentiment('equity:005930@XKRX', news, { names: ['Samsung'], others: ['Apple'] })
  expect(apple.items[0]?.label).toBe('positive')
  expect(apple.aggregate?.score).toBeGreaterThan(0)
  expect(samsung.items[0]?.label).toBe('negative')
  expect(samsung.aggregate?.score).toBeLessThan(0)
})

test('the score of an article is the sum of its evidence, and each piece stands on words of the text', () => {
  const { items } = readSentiment(
    'AAPL',
    answer(
      sampleStory('Apple raises its forecast after record sales', 1, ['AAPL']),
      sampleStory('Apple recalls chargers', 2, ['AAPL']),
    ),
  )
  for (const { score, evidence, text } of items) {
    expect(evidence.length).toBeGreaterThan(0)
    expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 12)
    for (const { start, end } of evidence) expect(text.slice(start, end).trim()).not.toBe('')
  }
})

test('what is tagged with others only does not count; a venue more or less is no other', () => {
  const { items, aggregate } = readSentiment(
    'AAPL',
    answer(
      sampleStory('Microsoft cuts its outlook', 1, ['MSFT']),
      sampleStory('Sales rise sharply', 2, ['equity:AAPL@XNAS']),
    ),
  )
  expect(items.map(({ item }) => item.title)).toEqual(['Sales rise sharply'])
  expect(aggregate).toMatchObject({ instrument: 'equity:AAPL', stories: 1 })
})

test('copies of one story move the aggregate as much as one does', () => {
  const story = sampleStory('Apple raises its forecast after record sales', 3, ['AAPL'])
  const copies = ['Daily', 'Gazette', 'Herald'].map((paper) => ({
    ...sampleStory(`${story.title} - ${paper}`, 3, ['AAPL']),
    time: story.time,
  }))
  const one = readSentiment('AAPL', answer(story)).aggregate
  const many = readSentiment('AAPL', answer(story, ...copies)).aggregate
  expect(many).toMatchObject({ stories: 1, duplicates: 3 })
  expect(many?.score).toBeCloseTo(one?.score ?? Number.NaN, 12)
})

test('the series ends at the figure of the moment, and knows at each time only what had been published', () => {
  const news = answer(
    sampleStory('Apple recalls chargers', 4, ['AAPL']),
    sampleStory('Apple raises its forecast', 40, ['AAPL']),
  )
  const { series, aggregate } = readSentiment('AAPL', news)
  expect(series.score.at(-1)).toBeCloseTo(aggregate?.score ?? Number.NaN, 12)
  expect(series.score[0]).toBeGreaterThan(0)
  const times = [asOf - 48 * 3_600_000, asOf - 20 * 3_600_000, asOf]
  const asked = readSentiment('AAPL', news, { times }).series
  expect([...asked.stories]).toEqual([0, 1, 2])
  expect(asked.score[0]).toBeNaN()
})

test('an instrument without news has no aggregate and an empty series', () => {
  expect(readSentiment('AAPL', answer())).toMatchObject({ aggregate: null, items: [] })
  expect(readSentiment('AAPL', answer()).series.time).toHaveLength(0)
})

test('an article from after the moment is not known yet', () => {
  const story = sampleStory('Apple recalls chargers', 1, ['AAPL'])
  const early = { ...answer(story), asOf: story.time - 1 }
  expect(readSentiment('AAPL', early)).toMatchObject({ aggregate: null, items: [] })
})

test('another analyzer reads instead of the rules, and the weights of sources are heeded', () => {
  const news = answer(sampleStory('Apple recalls chargers', 1, ['AAPL']))
  const rules = createSentimentAnalyzer()
  const optimist = {
    analyze: (text: string) => ({ ...rules.analyze(text), entities: [], score: 1, confidence: 1 }),
  }
  expect(readSentiment('AAPL', news, { analyzer: optimist }).aggregate?.score).toBeGreaterThan(0)
  const ignored = { sourceWeight: { 'Sample wire': 0 } }
  expect(readSentiment('AAPL', news, { aggregate: ignored }).aggregate).toBeNull()
})

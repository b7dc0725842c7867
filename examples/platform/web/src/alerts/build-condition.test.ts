import { expect, test } from 'vitest'
import { type AlertDraft, buildCondition, subjectsOf } from './build-condition.ts'

const subjects = subjectsOf([
  { name: 'SMA', params: { period: 50 } },
  { name: 'MACD' },
  { name: 'ZIGZAG' },
  { name: 'SMA', params: { period: 50 } },
])

const draft = (changes: Partial<AlertDraft>): AlertDraft => ({
  kind: 'compare',
  left: 'price',
  comparison: 'crosses above',
  right: 'value',
  value: '200',
  words: '',
  ...changes,
})

test('the chart’s indicators can be compared by each of their outputs, each once', () => {
  expect(subjects.map(({ label }) => label)).toEqual([
    'Price',
    'SMA 50',
    'MACD 12 26 9 macd',
    'MACD 12 26 9 signal',
    'MACD 12 26 9 histogram',
  ])
})

test('a draft becomes the condition that the server takes', () => {
  expect(buildCondition(draft({}), subjects)).toEqual({
    type: 'compare',
    left: { kind: 'price', field: 'close' },
    relation: 'crosses above',
    right: { kind: 'level', value: 200 },
  })
  expect(buildCondition(draft({ right: 'SMA 50 value' }), subjects)).toMatchObject({
    right: { kind: 'indicator', name: 'SMA', params: { period: 50 } },
  })
  expect(
    buildCondition(draft({ kind: 'change', value: '-5', comparison: 'is below' }), subjects),
  ).toMatchObject({
    direction: 'down',
    percent: 5,
  })
  expect(buildCondition(draft({ kind: 'headline', words: 'recall, lawsuit,' }), subjects)).toEqual({
    type: 'headline',
    words: ['recall', 'lawsuit'],
  })
})

test.each([
  draft({ value: '' }),
  draft({ value: 'much' }),
  draft({ right: 'price' }),
  draft({ left: 'RSI 14 value' }),
  draft({ kind: 'change', value: '0' }),
  draft({ kind: 'volume', value: '-1' }),
  draft({ kind: 'sentiment', value: '2' }),
  draft({ kind: 'headline', words: ' , a' }),
])('a draft that lacks something is no condition yet: %j', (incomplete) => {
  expect(buildCondition(incomplete, subjects)).toBeUndefined()
})

import { describe, expect, test } from 'vitest'
import { InvalidParameterError } from '../../errors/index.ts'
import { aggregateSentiment } from './aggregateSentiment.ts'
import { createSentimentAggregator } from './createSentimentAggregator.ts'
import type { SentimentItem } from './sentimentItem.ts'
import { sentimentSeries } from './sentimentSeries.ts'

const item = {
  id: '1',
  time: 0,
  title: 'Apple raises its forecast',
  source: 'wire',
  instruments: ['equity:AAPL'],
}

/** What comes from outside, where no compiler has seen it. */
const unseen = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('what is no story is refused by name', () => {
  test.each<[got: unknown, message: string]>([
    [null, '"items[0]" must be a story: { id, time, title, source, instruments }, but is null.'],
    ['Apple', '"items[0]" must be a story: { id, time, title, source, instruments }, but is "Apple".'],
    [{ ...item, title: null }, '"items[0].title" must be a text, but is null.'],
    [{ ...item, source: undefined }, '"items[0].source" must be a text, but is undefined.'],
    [
      { ...item, instruments: 'equity:AAPL' },
      '"items[0].instruments" must be a list of ids like ["equity:AAPL"], but is "equity:AAPL".',
    ],
  ])('%j', (got, message) => {
    const items = [unseen(got)]
    for (const run of [
      () => aggregateSentiment(items),
      () => sentimentSeries(items, { instrument: 'equity:AAPL', times: [0] }),
    ]) {
      expect(run).toThrow(InvalidParameterError)
      expect(run).toThrow(message)
    }
    expect(() => createSentimentAggregator().push(unseen(got))).toThrow(message.replace('items[0]', 'item'))
  })

  test('a list that is none, and a hole in one', () => {
    expect(() => aggregateSentiment(unseen('Apple'))).toThrow(
      '"items" must be a list of stories, but is "Apple".',
    )
    const holes: SentimentItem[] = [item]
    holes.length = 2
    expect(() => aggregateSentiment(holes)).toThrow('"items[1]"')
  })
})

describe('a weight of a source', () => {
  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('is at least 0 and finite, unlike %d', (weight) => {
    const message = `"sourceWeight["wire"]" must be a number of at least 0, but is ${weight}.`
    expect(() => createSentimentAggregator({ sourceWeight: { wire: weight } })).toThrow(message)
    const found = createSentimentAggregator({ sourceWeight: () => weight, wallClock: () => 0 })
    expect(() => found.push(item)).toThrow(message)
  })

  test('is no text, and there is no weight for all', () => {
    expect(() => createSentimentAggregator({ sourceWeight: unseen({ wire: '2' }) })).toThrow(
      InvalidParameterError,
    )
    expect(() => createSentimentAggregator({ sourceWeight: unseen(2) })).toThrow(
      '"sourceWeight" must be weights by source, or a function of the source, but is 2.',
    )
  })

  test('of 0 leaves the source out, and a name that every object has is a source like others', () => {
    const at = (sourceWeight: Record<string, number>, source: string) =>
      createSentimentAggregator({ sourceWeight, wallClock: () => 0 }).push({ ...item, source })
    expect(at({ wire: 0 }, 'wire')).toBe(false)
    expect(at({}, 'constructor')).toBe(true)
  })
})

test('a headline may be made of words that every object has by nature', () => {
  const titled = (title: string, id: string) => ({ ...item, id, title })
  const own = Object.getOwnPropertyNames(Object.prototype)
  for (const word of [...own, ...own.map((name) => name.toLowerCase())]) {
    const copies = Array.from({ length: 40 }, (_, copy) => titled(`Apple hires ${word} builder`, `${copy}`))
    const items = [...copies, titled(`Apple hires ${word} painter`, 'other'), ...copies]
    expect(aggregateSentiment(items, { now: 1 }).get('equity:AAPL')?.stories, word).toBeGreaterThan(0)
  }
})

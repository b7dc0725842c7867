import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aggregateSentiment } from './aggregateSentiment.ts'
import { createSentimentAggregator } from './createSentimentAggregator.ts'
import type { SentimentItem } from './sentimentItem.ts'
import { sentimentSeries } from './sentimentSeries.ts'

const hour = 3_600_000
const apple = 'equity:AAPL'

/** A story whose title no other shares, and whose score stands in its summary. */
function story(
  number: number,
  time: number,
  score = 0.5,
  instruments = [apple],
  source = 'wire',
): SentimentItem {
  const title = Array.from({ length: 6 }, (_, word) => `w${number}x${word}`).join(' ')
  return { id: String(number), time, title, summary: String(score), source, instruments }
}

const scoreOf = (item: SentimentItem) => ({ score: Number(item.summary), confidence: 1 })
const at = (items: readonly SentimentItem[], options = {}) => {
  const aggregate = aggregateSentiment(items, { score: scoreOf, ...options }).get(apple)
  if (!aggregate) throw new Error('no aggregate')
  return aggregate
}

describe('one instrument', () => {
  test('of one fresh story is drawn to 0 by the belief that nothing is going on', () => {
    expect(at([story(1, 0, 0.8)], { shrinkage: 3 }).score).toBeCloseTo(0.8 / 4, 12)
    expect(at([story(1, 0, 0.8)], { shrinkage: 0 }).score).toBeCloseTo(0.8, 12)
  })

  test('is the same whether an option is undefined or absent', () => {
    const items = Array.from({ length: 20 }, (_, number) => story(number, number * hour, 0.6))
    const undefinedOptions = {
      halfLifeMs: undefined,
      baselineHalfLifeMs: undefined,
      sourceWeight: undefined,
      shrinkage: undefined,
      duplicateWindowMs: undefined,
      maxStories: undefined,
      maxInstruments: undefined,
      wallClock: undefined,
      now: undefined,
    }
    expect(at(items, undefinedOptions)).toEqual(at(items))
  })

  test('of many stories comes near their mean', () => {
    const items = Array.from({ length: 300 }, (_, number) => story(number, 0, 0.6))
    expect(at(items).score).toBeCloseTo(0.6 * (300 / 303), 12)
  })

  test('forgets: after one half-life a story weighs half', () => {
    const score = at([story(1, 0, 1)], { now: 6 * hour, shrinkage: 1 }).score
    expect(score).toBeCloseTo(0.5 / 1.5, 12)
  })

  test('lets the newer of two stories weigh more', () => {
    expect(at([story(1, 0, -1), story(2, 6 * hour, 1)]).score).toBeGreaterThan(0)
    expect(at([story(1, 0, 1), story(2, 6 * hour, -1)]).score).toBeLessThan(0)
  })

  test('weighs sources, and ignores those of weight 0', () => {
    const items = [story(1, 0, 1, [apple], 'wire'), story(2, 0, -1, [apple], 'blog')]
    expect(at(items, { sourceWeight: { blog: 0.1 } }).score).toBeGreaterThan(0)
    expect(at(items, { sourceWeight: { blog: 0 } }).stories).toBe(1)
    expect(at(items, { sourceWeight: (source: string) => (source === 'blog' ? 5 : 1) }).score).toBeLessThan(0)
  })

  test('disperses when the press is split, and not when it agrees', () => {
    expect(at([story(1, 0, 1), story(2, 0, -1)]).dispersion).toBeCloseTo(1, 12)
    expect(at([story(1, 0, 0.4), story(2, 0, 0.4)]).dispersion).toBeCloseTo(0, 6)
  })

  test('has momentum when the news is better than usual', () => {
    const usual = Array.from({ length: 40 }, (_, number) => story(number, number * 12 * hour, -0.3))
    const better = [story(98, 481 * hour, 0.8), story(99, 482 * hour, 0.8)]
    expect(at(usual).momentum).toBeGreaterThan(-0.2)
    expect(at([...usual, ...better]).momentum).toBeGreaterThan(0.3)
    expect(at([...usual, ...better]).baseline).toBeLessThan(0)
  })

  test('knows nothing of the future', () => {
    expect(at([story(1, 0, 0.5), story(2, hour, -1)], { now: 0 })).toEqual(at([story(1, 0, 0.5)], { now: 0 }))
  })

  test('takes the score of its own entity where a story has several', () => {
    const both = 'Apple beats while Samsung misses'
    const items = [{ id: '1', time: 0, title: both, source: 'wire', instruments: [apple, 'equity:SMSN'] }]
    const entities = [
      { id: apple, score: 0.5, evidence: [0] },
      { id: 'equity:SMSN', score: -0.5, evidence: [1] },
    ]
    const result = aggregateSentiment(items, { score: () => ({ score: 0, confidence: 1, entities }) })
    expect([...result.values()].map(({ score }) => Math.sign(score))).toEqual([1, -1])
  })

  test('is read by the rule engine unless told otherwise', () => {
    const item = {
      id: '1',
      time: 0,
      title: 'Halden Steel raises its forecast',
      source: 'wire',
      instruments: [apple],
    }
    expect(aggregateSentiment([item]).get(apple)?.score).toBeGreaterThan(0)
  })
})

describe('near-duplicates', () => {
  const original = 'Halden Steel lays off two hundred workers at its northern mill after weak orders'
  const copies = Array.from({ length: 1000 }, (_, number): SentimentItem => {
    const variants = [
      `${original} - Source ${number}`,
      `UPDATE ${number % 9}-${original.toUpperCase()}`,
      original.replace('two hundred', '200'),
      `${original}!`,
      original.replace('northern', 'north'),
      `RT @desk${number}: ${original} https://t.co/${number}`,
      `${original}, according to Gazette${number} via Wire`,
      original.replace('lays off ', ''),
    ]
    return {
      id: `copy-${number}`,
      time: number * 60_000,
      title: variants[number % variants.length] ?? original,
      source: `feed-${number}`,
      instruments: [apple],
    }
  })

  test('of one story, a thousand of them, move the aggregate no more than one does', () => {
    const rest = Array.from({ length: 5 }, (_, number) => story(number, 0, 0.4))
    const now = 1000 * 60_000
    const score = (item: SentimentItem) =>
      item.id.startsWith('copy') ? { score: -0.9, confidence: 1 } : scoreOf(item)
    const without = at(rest, { now, score }).score
    const once = at([...rest, ...copies.slice(0, 1)], { now, score }).score
    const flood = at([...rest, ...copies], { now, score })
    expect(Math.abs(flood.score - without)).toBeLessThanOrEqual(Math.abs(once - without) + 1e-12)
    expect(flood).toMatchObject({ stories: 6, duplicates: 999 })
  })

  test('of a short title are found, however many there are', () => {
    const items = Array.from({ length: 1000 }, (_, number) => ({
      ...story(number, number),
      title: `Halden Steel halts mill (${number})`,
    }))
    expect(at(items)).toMatchObject({ stories: 1, duplicates: 999 })
  })

  test('of a short title are found among the words of whoever passes it on', () => {
    const short = 'Regulator charges Tarn with fraud'
    const passedOn = [
      short,
      `Feed 7: ${short}, according to Gazette`,
      `RT @desk: ${short} https://t.co/x via Wire`,
    ]
    const items = passedOn.map((title, number) => ({ ...story(number, number), title }))
    expect(at(items)).toMatchObject({ stories: 1, duplicates: 2 })
    // What follows three words may be what the story is about.
    const longer = ['Tarn shares rise', 'Tarn shares rise after chief of finance quits in row']
    expect(at(longer.map((title, number) => ({ ...story(number, number), title }))).stories).toBe(2)
  })

  const told = (...titles: readonly string[]) =>
    at(titles.map((title, number) => ({ ...story(number, number), title, source: `feed ${number}` }))).stories
  const often = Array.from({ length: 40 }, (_, number) => number)

  test('that had too many mistakes for copies count once as soon as the next shows of what they are', () => {
    const ways = ['', 'Video: ', 'Orlane news: ', '(Gazette) ']
    const many = often.map((number) => {
      const factories = number % 3 === 0 ? 'factoires' : 'factories'
      return `${ways[number % 4] ?? ''}Orlane to close two German ${factories} as car orders keep falling`
    })
    const strayed = 'Orlane to close two German lpants as car orders...'
    expect(told(...many)).toBe(1)
    expect(told(...many, strayed)).toBe(2)
    expect(told(...many, strayed, 'Orlane to close two German plants as car...')).toBe(1)
  })

  test('are none of what many tell where the first of them told more', () => {
    const many = often.map((number) => (number % 3 === 0 ? 'Orlane cuts divdiend' : 'Orlane cuts dividend'))
    const others = [
      'Orlane cuts dividend forecast',
      'Orlane cuts dividend forecasts',
      'Orlane cuts dividend fore...',
    ]
    expect(told(...many, ...others)).toBe(2)
  })

  test('count once by id and by address, whatever their title', () => {
    const first = { ...story(1, 0), url: 'https://example.com/a' }
    expect(at([first, { ...story(2, 1), id: '1' }]).stories).toBe(1)
    expect(at([first, { ...story(3, 1), url: 'https://example.com/a' }]).stories).toBe(1)
  })

  test('count for an instrument that the first copy did not name', () => {
    const aggregator = createSentimentAggregator({ score: scoreOf })
    aggregator.push(story(1, 0, 0.5, [apple]))
    expect(aggregator.push({ ...story(1, 1, 0.5, [apple, 'equity:MSFT']), id: 'other' })).toBe(true)
    expect(aggregator.read(apple, 1)?.stories).toBe(1)
    expect(aggregator.read('equity:MSFT', 1)?.stories).toBe(1)
  })

  test('are a new story after the window', () => {
    const later = { ...story(1, 72 * hour), id: 'later' }
    expect(at([story(1, 0), later]).stories).toBe(2)
  })

  test.each([
    ['Halden Steel shares rise after quarterly results', 'Halden Steel shares fall after quarterly results'],
    ['Elm Trust upgrades Halden Steel to buy today', 'Elm Trust downgrades Halden Steel to sell today'],
    ['Halden Steel opens its second plant in Germany', 'Halden Steel opens its second plant in Italy'],
    [
      'Halden Steel beats estimates in the first quarter',
      'Halden Steel misses estimates in the first quarter',
    ],
    [
      'Halden Steel wins approval for mill',
      'Halden Steel wins approval for mill: rivals object, union calls for strike in May',
    ],
  ])('are not opposite or other stories in the same words: %s', (up, down) => {
    const both = [up, down].map((title, id) => ({ ...story(id, id), title }))
    expect(at(both).stories).toBe(2)
    // A copy of the first is still found behind the second.
    expect(at([...both, { ...story(2, 2), title: `${up} - Wire` }]).stories).toBe(2)
  })

  test('are not the stories of a series that share a form', () => {
    const titles = [
      'Analysts lift price target of Halden Steel to 40 euros',
      'Halden Steel wins rail order in Portugal',
      'Halden Steel to publish results on Thursday',
      'Halden Steel hires head of research from rival',
    ]
    const items = titles.map((title, id) => ({ ...story(id, id), title }))
    expect(at(items).stories).toBe(4)
  })
})

describe('the stream', () => {
  const items = fc
    .array(
      fc.record({
        time: fc.integer({ min: 0, max: 400 * hour }),
        score: fc.double({ min: -1, max: 1, noNaN: true }),
        instrument: fc.constantFrom(apple, 'equity:MSFT'),
      }),
      { maxLength: 60 },
    )
    .map((rows) => rows.map((row, number) => story(number, row.time, row.score, [row.instrument])))

  test('equals the batch, and late stories change nothing but the last digits', () => {
    fc.assert(
      fc.property(items, (list) => {
        const now = 401 * hour
        const aggregator = createSentimentAggregator({ score: scoreOf })
        for (const item of list) aggregator.push(item)
        for (const [instrument, batch] of aggregateSentiment(list, { now, score: scoreOf })) {
          const stream = aggregator.read(instrument, now)
          expect(stream?.score).toBeCloseTo(batch.score, 9)
          expect(stream?.momentum).toBeCloseTo(batch.momentum, 9)
          expect(stream?.dispersion).toBeCloseTo(batch.dispersion, 6)
          expect(stream?.effectiveStories).toBeCloseTo(batch.effectiveStories, 6)
          expect(stream?.stories).toBe(batch.stories)
        }
      }),
    )
  })

  test('fed in order of time equals the batch to the bit', () => {
    fc.assert(
      fc.property(items, (list) => {
        const sorted = [...list].sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
        const aggregator = createSentimentAggregator({ score: scoreOf })
        for (const item of sorted) aggregator.push(item)
        for (const [instrument, batch] of aggregateSentiment(list, { now: 401 * hour, score: scoreOf })) {
          expect(aggregator.read(instrument, 401 * hour)).toEqual(batch)
        }
      }),
    )
  })

  test('keeps no more instruments than it was told to, and forgets the quietest', () => {
    const aggregator = createSentimentAggregator({ score: scoreOf, maxInstruments: 3 })
    for (let number = 0; number < 50; number++)
      aggregator.push(story(number, number, 0.1, [`equity:${number % 10}`]))
    expect(aggregator.instruments()).toEqual(['equity:7', 'equity:8', 'equity:9'])
  })

  test('remembers no more stories than it was told to', () => {
    const aggregator = createSentimentAggregator({ score: scoreOf, maxStories: 2 })
    for (const number of [1, 2, 3]) aggregator.push(story(number, number))
    expect(aggregator.push({ ...story(3, 4), id: 'copy' })).toBe(false)
    expect(aggregator.push({ ...story(1, 5), id: 'copy' })).toBe(true)
  })

  test('is not spoilt by a score that is no number, nor by a source named like a method', () => {
    const aggregator = createSentimentAggregator({
      score: ({ id }) => ({ score: id === '1' ? NaN : 1, confidence: 1 }),
      sourceWeight: {},
    })
    aggregator.push(story(1, 0))
    expect(aggregator.push(story(2, 0, 1, [apple], 'constructor'))).toBe(true)
    expect(aggregator.read(apple, 0)?.score).toBeCloseTo(1 / 5)
  })

  test('is not silenced by a date yet to come, in a stream or in a batch', () => {
    const far = { ...story(2, Date.UTC(3026, 0, 1), -1), id: 'far' }
    const now = 2 * hour
    const aggregator = createSentimentAggregator({ score: scoreOf })
    for (const item of [story(1, 0), far, story(3, hour)]) aggregator.push(item)
    const undisturbed = at([story(1, 0), story(3, hour)], { now })
    expect(aggregator.read(apple, now)).toEqual(undisturbed)
    expect(at([story(1, 0), far, story(3, hour)])).toEqual(at([story(1, 0), story(3, hour)]))
  })

  test('counts ahead of this day when told that it is later', () => {
    const later = Date.UTC(3026, 0, 1)
    const aggregator = createSentimentAggregator({ score: scoreOf, wallClock: () => later })
    expect(aggregator.push(story(1, later))).toBe(true)
    expect(at([story(1, later)], { now: later }).stories).toBe(1)
  })

  test('refuses a time that is none, and limits that make no sense', () => {
    const aggregator = createSentimentAggregator({ score: scoreOf })
    expect(() => aggregator.push(story(1, Number.NaN))).toThrow(/ms UTC/)
    expect(() => createSentimentAggregator({ halfLifeMs: 0 })).toThrow(/halfLifeMs/)
    expect(() => createSentimentAggregator({ shrinkage: -1 })).toThrow(/shrinkage/)
  })

  test('has nothing to say of an instrument without stories', () => {
    expect(createSentimentAggregator().read(apple, 0)).toBeNull()
  })
})

describe('the series', () => {
  test('reads as the batch would at each of its times, and is NaN before the first story', () => {
    const list = [story(1, 10 * hour, 0.5), story(2, 20 * hour, -0.5), story(3, 30 * hour, 0.9)]
    const times = [0, 10, 15, 20, 25, 40].map((hours) => hours * hour)
    const series = sentimentSeries(list, { instrument: apple, times, score: scoreOf })
    expect(series.score[0]).toBeNaN()
    for (const [index, now] of times.entries()) {
      if (index > 0) expect(series.score[index]).toBe(at(list, { now }).score)
    }
    expect([...series.stories]).toEqual([0, 1, 1, 2, 2, 3])
  })

  test('refuses times that run backwards', () => {
    expect(() => sentimentSeries([], { instrument: apple, times: [2, 1], score: scoreOf })).toThrow(/times/)
  })
})

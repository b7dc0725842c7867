import { describe, expect, test } from 'vitest'
import { fillings, flooded } from '../../news-feed/headlines/test/fillings.ts'
import { aggregateSentiment } from './aggregateSentiment.ts'
import { createSentimentAggregator } from './createSentimentAggregator.ts'
import type { SentimentItem } from './sentimentItem.ts'

const acme = 'equity:ACM'
const now = 2_000_000

function item(title: string, number: number, instruments = [acme]): SentimentItem {
  return { id: `${number}`, time: number * 1_000, title, source: `feed ${number}`, instruments }
}

/** What an aggregate reads of titles, each from a source of its own and a second after the one before. */
function read(titles: readonly string[]) {
  const aggregator = createSentimentAggregator({ score: () => ({ score: -1, confidence: 1 }) })
  for (const [number, title] of titles.entries()) aggregator.push(item(title, number))
  const aggregate = aggregator.read(acme, now)
  if (!aggregate) throw new Error('Nothing was counted.')
  return aggregate
}

describe('a thousand copies, each filled in otherwise, count as one item', () => {
  test.each(fillings.map((filling) => [filling.name, filling] as const))(
    '%s',
    (_name, { wrap, fewest = 1 }) => {
      for (const headline of flooded.filter((one) => one.split(' ').length >= fewest)) {
        const copies = Array.from({ length: 1_000 }, (_, number) => wrap(headline, number))
        const one = read(copies.slice(0, 1))
        const flood = read(copies)
        expect(flood, headline).toMatchObject({ stories: 1, duplicates: 999 })
        expect(flood.score).toBeCloseTo(one.score, 9)
        expect(flood.baseline).toBeCloseTo(one.baseline, 9)
        expect(flood.effectiveStories).toBeCloseTo(1, 6)
      }
    },
  )
})

test('a flood moves an aggregate as one item does, wherever it stands among other stories', () => {
  const others = [
    'Acme opens a museum of its history',
    'Farm prices rise in March',
    'Acme redesigns its logo',
    'Acme misses delivery target',
  ].map((title, number) => item(title, 2_000 + number))
  const flood = Array.from({ length: 1_000 }, (_, number) => {
    const { wrap } = fillings[number % 30] ?? fail()
    return item(wrap('Acme raises its dividend', number), number)
  })
  const readAll = (items: readonly SentimentItem[]) => {
    const aggregator = createSentimentAggregator()
    for (const one of items) aggregator.push(one)
    return aggregator.read(acme, now) ?? fail()
  }
  const one = readAll([...others, ...flood.slice(0, 1)])
  const between = flood.flatMap((copy, number) =>
    number % 250 === 1 ? [copy, ...others.slice(number / 250, number / 250 + 1)] : [copy],
  )
  for (const items of [[...others, ...flood], [...flood, ...others], between]) {
    const { score, stories, dispersion } = readAll(items)
    expect(stories).toBe(5)
    expect(score).toBeCloseTo(one.score, 9)
    expect(dispersion).toBeCloseTo(one.dispersion, 6)
  }
})

test('a flood is taken back for the instruments of each of its items', () => {
  const aggregator = createSentimentAggregator({ score: () => ({ score: 1, confidence: 1 }) })
  for (let number = 0; number < 100; number++)
    aggregator.push(
      item(`Acme beats estimates zx${number}`, number, [acme, number % 2 ? 'equity:HLD' : 'equity:TRN']),
    )
  expect(aggregator.instruments().map((id) => aggregator.read(id, now)?.stories)).toEqual([1, 1, 1])
})

test('a flood is one story in whatever order it comes, and in a batch to the bit what it is in a stream', () => {
  const flood = Array.from({ length: 500 }, (_, number) => item(`Acme cuts dividend zx${number}`, number))
  const shuffled = flood.toSorted((a, b) => ((a.time * 7_919) % 500_009) - ((b.time * 7_919) % 500_009))
  const [stream, late] = [createSentimentAggregator(), createSentimentAggregator()]
  for (const one of flood) stream.push(one)
  for (const one of shuffled) late.push(one)
  expect(aggregateSentiment(shuffled, { now }).get(acme)).toEqual(stream.read(acme, now))
  expect(late.read(acme, now)?.stories).toBe(1)
  expect(late.read(acme, now)?.score).toBeCloseTo(stream.read(acme, now)?.score ?? Number.NaN, 2)
})

test('what a forgotten instrument had counted is not taken from it when it is known again', () => {
  const aggregator = createSentimentAggregator({
    maxInstruments: 1,
    score: () => ({ score: 1, confidence: 1 }),
  })
  for (let number = 0; number < 100; number++) {
    aggregator.push(item(`Acme beats estimates zx${number}`, number))
    if (number === 8) aggregator.push(item('Halden halts mill', 1_000, ['equity:HLD']))
  }
  const { score, stories, dispersion } = aggregator.read(acme, now) ?? fail()
  expect(stories).toBeGreaterThanOrEqual(0)
  expect(score).toBeGreaterThanOrEqual(0)
  expect(dispersion).toBeCloseTo(0, 6)
})

test('what is written of many companies in one form counts for each of them', () => {
  const aggregator = createSentimentAggregator()
  const ids = Array.from({ length: 100 }, (_, number) => `equity:C${number}`)
  for (const [number, id] of ids.entries())
    aggregator.push(item(`Company${number} reaches a record high`, number, [id]))
  expect(ids.map((id) => aggregator.read(id, now)?.stories)).toEqual(ids.map(() => 1))
})

test('what else is told in words of a flood is still counted', () => {
  const flood = Array.from({ length: 300 }, (_, number) => `Halden Steel zx${number}`)
  const stories = ['Halden Steel downgraded', 'Halden Steel halts mill', 'Halden Steel cuts its forecast']
  expect(read([...flood, ...stories]).stories).toBe(1 + stories.length)
  const dividend = Array.from({ length: 300 }, (_, number) => `Acme cuts dividend zx${number}`)
  const others = [
    'Acme cuts guidance',
    'Acme will not cut dividend',
    'Acme raises dividend',
    'Acme cuts vans',
  ]
  expect(read([...dividend, ...others]).stories).toBe(1 + others.length)
})

test('a few stories that differ in a word are as many stories', () => {
  const runs = [
    ['Leeds', 'Paris', 'Turin', 'Lyon', 'Oslo', 'Porto'].map((place) => `Acme opens plant in ${place}`),
    ['$40', '$45', '$50', '$55', '$60', '$65'].map((amount) => `Acme target raised to ${amount}`),
    ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `Acme ${quarter} revenue misses`),
    ['Elm', 'Oak', 'Birch', 'Ash', 'Pine', 'Yew', 'Rowan'].map((broker) => `Acme downgraded by ${broker}`),
  ]
  for (const titles of runs) expect(read(titles).stories).toBe(titles.length)
})

function fail(): never {
  throw new Error('There is none.')
}

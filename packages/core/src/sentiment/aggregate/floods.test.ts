import { describe, expect, test } from 'vitest'
import { parseInstrument } from '../../market/index.ts'
import { createDuplicateFinder } from '../../news-feed/duplicateFinder.ts'
import { headlines, stories, type Wrapping, wrappings } from '../../news-feed/headlines/test/passedOn.ts'
import { toNewsItem } from '../../provider/news/toNewsItem.ts'
import { createSentimentAggregator } from './createSentimentAggregator.ts'

const acme = 'equity:ACM'

/** Titles of those that are told as stories of their own. */
type Tell = (titles: readonly string[]) => string[]

function aggregated(titles: readonly string[]): string[] {
  const aggregator = createSentimentAggregator({ score: () => ({ score: -1, confidence: 1 }) })
  return titles.filter((title, number) =>
    aggregator.push({
      id: `${number}`,
      time: number,
      title,
      source: `feed ${number % 50}`,
      instruments: [acme],
    }),
  )
}

function found(titles: readonly string[], instruments: readonly string[]): string[] {
  const finder = createDuplicateFinder()
  return titles.filter((title, number) => {
    const item = toNewsItem({
      provider: 'test',
      time: number,
      title,
      url: `https://example.com/${number}`,
      source: `feed ${number % 50}`,
      instruments: instruments.map((id) => parseInstrument(id)),
    })
    return item && finder.find(item) === undefined
  })
}

const tellers: Readonly<Record<string, Tell>> = {
  'an aggregate': aggregated,
  'merging items about one instrument': (titles) => found(titles, [acme]),
  'merging items about nobody known': (titles) => found(titles, []),
}

const isLongEnough = (headline: string, { fewest = 1 }: Wrapping) => headline.split(' ').length >= fewest

describe.each(Object.entries(tellers))('%s', (_name, tell) => {
  test.each(wrappings.map((wrapping) => [wrapping.name, wrapping] as const))(
    'takes copies of a headline of any length for one story: %s',
    (_wrapping, wrapping) => {
      for (const headline of headlines.filter((one) => isLongEnough(one, wrapping))) {
        const copies = Array.from({ length: 12 }, (_, number) => wrapping.wrap(headline, number))
        expect(tell(copies)).toEqual(copies.slice(0, 1))
        expect(tell([headline, ...copies])).toEqual([headline])
        expect(tell([...copies, headline])).toEqual(copies.slice(0, 1))
      }
    },
  )

  test.each(headlines)(
    'takes a thousand copies, each passed on in another way, for one story: %s',
    (headline) => {
      const fitting = wrappings.filter((wrapping) => isLongEnough(headline, wrapping))
      for (const first of [0, 23]) {
        const copies = Array.from({ length: 1_000 }, (_, number) => {
          const wrapping = fitting[(first + number) % fitting.length]
          return wrapping?.wrap(headline, number) ?? ''
        })
        expect(tell(copies)).toEqual(copies.slice(0, 1))
      }
    },
  )

  const alike: readonly ((headline: string) => string)[] = [
    (headline) => headline,
    (headline) => `${headline} - Publisher17`,
    (headline) => `Reuters: ${headline}`,
    (headline) => `${headline} | Seeking Alpha`,
    (headline) => headline.toUpperCase(),
    (headline) => headline.replace('Acme ', 'Acme: '),
  ]

  test('takes different stories of one company for as many, also where all are passed on in one way', () => {
    for (const wrap of alike) {
      const titles = stories.map(wrap)
      expect(tell(titles)).toEqual(titles)
    }
  })
})

test('a flood of copies of a short headline moves an aggregate as one item does', () => {
  const scoreAfter = (count: number) => {
    const aggregator = createSentimentAggregator()
    for (let number = 0; number < count; number++) {
      const title = wrappings[number % 25]?.wrap('Acme cuts dividend', number) ?? ''
      aggregator.push({ id: `${number}`, time: number, title, source: `feed ${number}`, instruments: [acme] })
    }
    return aggregator.read(acme, 1_000)?.score
  }
  expect(scoreAfter(1_000)).toBeCloseTo(scoreAfter(1) ?? Number.NaN, 4)
})

import { describe, expect, test } from 'vitest'
import { mistakes, mistyped } from '../../news-feed/headlines/test/mistakes.ts'
import { createSentimentAggregator } from './createSentimentAggregator.ts'
import type { SentimentItem } from './sentimentItem.ts'

const acme = 'equity:ACM'
const now = 2_000_000

function item(title: string, number: number): SentimentItem {
  return { id: `${number}`, time: number * 1_000, title, source: `feed ${number}`, instruments: [acme] }
}

/** What an aggregate reads of titles, each from a source of its own and a second after the one before. */
function read(titles: readonly string[]) {
  const aggregator = createSentimentAggregator({ score: () => ({ score: -1, confidence: 1 }) })
  for (const [number, title] of titles.entries()) aggregator.push(item(title, number))
  const aggregate = aggregator.read(acme, now)
  if (!aggregate) throw new Error('Nothing was counted.')
  return aggregate
}

/** Each form mistypes every third headline, so that together they mistype all. */
const cells = mistakes.map((form, number) => [form.name, form, number] as const)

describe('a thousand copies, each mistyped in another way, count as one item', () => {
  test.each(cells)('%s', (_name, { wrap, fewest = 1 }, number) => {
    const headlines = mistyped.filter(
      (headline, place) => (place + number) % 3 === 0 && headline.split(' ').length >= fewest,
    )
    for (const headline of headlines) {
      const copies = Array.from({ length: 1_000 }, (_, copy) => wrap(headline, copy))
      const [one, flood] = [read(copies.slice(0, 1)), read(copies)]
      expect(flood, headline).toMatchObject({ stories: 1, duplicates: 999 })
      expect(flood.score).toBeCloseTo(one.score, 9)
      expect(flood.baseline).toBeCloseTo(one.baseline, 9)
      expect(flood.effectiveStories).toBeCloseTo(1, 6)
    }
  })
})

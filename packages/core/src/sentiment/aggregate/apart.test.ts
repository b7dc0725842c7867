import { describe, expect, test } from 'vitest'
import { parseInstrument } from '../../market/index.ts'
import { apart } from '../../news-feed/headlines/test/apart.ts'
import { mergeNews } from '../../news-feed/mergeNews.ts'
import { toNewsItem } from '../../provider/news/toNewsItem.ts'
import { aggregateSentiment } from './aggregateSentiment.ts'

const brenning = 'equity:BRN'
const passedOn: readonly ((headline: string, number: number) => string)[] = [
  (headline) => headline,
  (headline, number) => `${headline} - Publisher${number}`,
  (headline) => headline.toUpperCase(),
  (headline) => `UPDATE: ${headline}`,
  (headline) => `"${headline}"`,
]

function aggregated(titles: readonly string[]): number | undefined {
  const items = titles.map((title, number) => ({
    id: `${number}`,
    time: number * 1_000,
    title,
    source: `feed ${number % 40}`,
    instruments: [brenning],
  }))
  const score = () => ({ score: 0.5, confidence: 1 })
  return aggregateSentiment(items, { score, now: 1_000_000 }).get(brenning)?.stories
}

function merged(titles: readonly string[]): number {
  const items = titles.flatMap((title, number) => {
    const item = toNewsItem({
      provider: 'test',
      time: number * 1_000,
      title,
      url: `https://example.com/${number}`,
      source: `feed ${number % 40}`,
      instruments: [parseInstrument(brenning)],
    })
    return item ? [item] : []
  })
  return mergeNews([items]).length
}

/** Each of the two told so often that it is known by heart, in turn. */
function toldOften(pair: readonly string[]): string[] {
  return Array.from({ length: 80 }, (_, number) => {
    const pass = passedOn[(number >> 1) % passedOn.length]
    return pass?.(pair[number % 2] ?? '', number) ?? ''
  })
}

describe.each(Object.entries(apart))(
  'two stories of a company stay two that differ in %s',
  (_kind, pairs) => {
    test.each(pairs)('%s / %s', (first, second) => {
      for (const titles of [[first, second], [second, first], toldOften([first, second])]) {
        expect(aggregated(titles)).toBe(2)
        expect(merged(titles)).toBe(2)
      }
    })
  },
)

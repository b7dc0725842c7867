import { expect, test } from 'vitest'
import { chance } from '../../news-feed/headlines/test/chance.ts'
import { stacked, stackedCopy } from '../../news-feed/headlines/test/stacked.ts'
import { aggregateSentiment } from './aggregateSentiment.ts'
import type { SentimentItem } from './sentimentItem.ts'

const acme = 'equity:ACM'
const others = `opens a museum of its history|farm prices rise in March|redesign of its logo is praised|
deliveries missed their target in spring|weather hurts harvest in the south|strong exports lift makers of machines|
analysts split over prospects for tools|a canteen opens at headquarters|union agrees on wages until winter|
warehouse burns down near the harbour|insurers fear losses from storms|record turnout at meeting of owners|
lender grants credit line for expansion|patents expire for two medicines|rail link to the port completed early|
supplier complains of late payments|researchers solve a puzzle in optics|customers rate service worse|
copper falls to lowest price since autumn|award for best apprentice`
  .replaceAll('\n', '')
  .split('|')

function item(title: string, number: number): SentimentItem {
  return { id: `${number}`, time: number * 1_000, title, source: `feed ${number % 60}`, instruments: [acme] }
}

function read(titles: readonly string[]) {
  const items = titles.map(item)
  const aggregate = aggregateSentiment(items, { now: 1_100_000 }).get(acme)
  if (!aggregate) throw new Error('Nothing was counted.')
  return aggregate
}

test.each(stacked)(
  'a thousand copies, each changed in up to three ways at once, move an aggregate by no more than one item: %s',
  (headline) => {
    const next = chance(headline.length * 31 + 7)
    const copies = Array.from({ length: 1_000 }, () => stackedCopy(headline, next))
    const without = read(others)
    const one = read([...others, ...copies.slice(0, 1)])
    const flood = read([...others, ...copies])
    expect(flood.stories).toBe(one.stories)
    expect(Math.abs(flood.score - without.score)).toBeLessThanOrEqual(
      Math.abs(one.score - without.score) * 1.05 + 1e-9,
    )
  },
)

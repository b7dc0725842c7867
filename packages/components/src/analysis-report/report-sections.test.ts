import { expect, test } from 'vitest'
import { inWords, reportSections } from './report-sections.ts'

test('choices are facts, sentences are lists, and what is empty is left out', () => {
  const body = {
    view: { subject: 'equity:AAPL', stance: 'bullish', because: ['It closed at $190.00.'] },
    trend: ['It rose.', 'It rose again.'],
    volume: [],
    levels: null,
  }
  expect(reportSections(body)).toEqual([
    {
      kind: 'group',
      title: 'View',
      sections: [
        {
          kind: 'facts',
          title: '',
          facts: [
            ['Subject', 'AAPL'],
            ['Stance', 'Bullish'],
          ],
        },
        { kind: 'sentences', title: 'Because', sentences: ['It closed at $190.00.'] },
      ],
    },
    { kind: 'sentences', title: 'Trend', sentences: ['It rose.', 'It rose again.'] },
  ])
})

test('a section with a heading of its own stands under it', () => {
  const sections = [{ heading: 'What the filing says', claims: ['Sales rose.'] }]
  expect(reportSections({ sections })).toEqual([
    {
      kind: 'group',
      title: 'What the filing says',
      sections: [{ kind: 'sentences', title: 'Claims', sentences: ['Sales rose.'] }],
    },
  ])
})

test('the claims of a report on its way stand as they were verified by its run', () => {
  const claim = { id: 'c1', text: 'It closed at {a}.', slots: [], rendered: 'It closed at $190.00.' }
  expect(reportSections({ trend: [claim] })).toEqual([
    { kind: 'sentences', title: 'Trend', sentences: ['It closed at $190.00.'] },
  ])
})

test.each([
  ['priceLevels', 'Price levels'],
  ['no-data', 'No data'],
  ['risks', 'Risks'],
])('%s is written %s', (name, words) => {
  expect(inWords(name)).toBe(words)
})

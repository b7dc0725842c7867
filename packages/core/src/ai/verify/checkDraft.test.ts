import { describe, expect, test } from 'vitest'
import { judgeSentence } from './test/sentenceEvidence.ts'

describe('what a draft says beside a value', () => {
  test.each([
    'Meanwhile, the close is {a}.',
    'RSI(14) of {r} suggests that forecasters are still adjusting.',
    'Revenue is {s}, as editors follow the lawsuit and suppliers renegotiate contracts.',
    'Revenue is {s}, as retailers prepare for the holiday season.',
    'Net income is {n}, which underscores the role of the franchise.',
    'The close of {a} shapes the debate, while geopolitics dominate the conversation.',
  ])('may stand in a clause of its own: %s', (text) => {
    expect(judgeSentence(text)).toEqual([])
  })

  test.each([
    'Revenue is {s} for the holiday season.',
    'Revenue is {s}, humongous for the company.',
    'Revenue is {s}, as it is humongous.',
    'Revenue was a daily {s}.',
    'Revenue of upwards of {s} was reported.',
    'The close is {a}, an all-time high.',
  ])('is held to it elsewhere: %s', (text) => {
    expect(judgeSentence(text)).not.toEqual([])
  })
})

test('what is declared says no more than that', () => {
  const above = { left: 'a', relation: 'above', right: 'b' } as const
  const text = 'The close of {a} is above the 50-day average of {b}.'
  expect(judgeSentence(text, [above])).toEqual([])
  // The table of the short list takes `massively` for a word that stands above.
  for (const far of ['far', 'massively'])
    expect(judgeSentence(text.replace('above', `${far} above`), [above])).not.toEqual([])
  expect(judgeSentence(text.replace('.', ', outpacing the market.'), [above])).not.toEqual([])
})

test('a high is the greatest of its values, or a metric of that name', () => {
  const window = 'Over the window, the close had a low of {l} and a high of {h}.'
  expect(judgeSentence(window)).toEqual([])
  expect(judgeSentence(window.replace('{l}', '{x}').replace('{h}', '{l}').replace('{x}', '{h}'))).not.toEqual(
    [],
  )
})

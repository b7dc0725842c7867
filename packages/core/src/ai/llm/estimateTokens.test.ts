import { expect, test } from 'vitest'
import { estimateTokens } from './estimateTokens.ts'

// Counts: the larger of two public tokenizers, @anthropic-ai/tokenizer 0.0.4 (Claude 2) and o200k_base.
test.each([
  [
    50,
    '{"asOf":["2026-06-11","2026-06-12","2026-06-15"],"metrics":{"close":{"unit":"USD","values":[198.23,200.1,197.97]}}}',
  ],
  [29, '{"ref":"ev_630b3230c67c5264b822","subject":"crypto:BTC/USDT@BINANCE"}'],
  [36, '{"closesEarly":{"unit":"1","values":[0,0,1,0,0,0,1,0,0,0,0,0]}}'],
  [26, '[46.91428767249866,-0.14285714285714285,3.142857142857143]'],
  [33, '["2026-06-15T13:30:00.000Z","2026-06-15T20:00:00.000Z"]'],
  [14, '[null,null,12345678901,1e-7]'],
  [20, 'Look up what the report needs with the tools. Ask for several things at once where you can.'],
  [31, 'शेयर बाजार में आज तेजी रही'],
  [14, '股市今天上涨，投资者获利。'],
  [10, '🚀📈💎🙌'],
])('what has %i tokens is estimated at no less, and at not much more: %s', (tokens, text) => {
  const estimate = estimateTokens(text)
  expect(estimate).toBeGreaterThanOrEqual(tokens)
  expect(estimate).toBeLessThanOrEqual(3 * tokens)
})

test('a text of nothing has no tokens, and its length decides how long it takes', () => {
  expect(estimateTokens('')).toBe(0)
  const begin = performance.now()
  expect(estimateTokens('{"a":[1.5,null]} 股市 '.repeat(20_000))).toBeGreaterThan(200_000)
  expect(performance.now() - begin).toBeLessThan(5_000)
})

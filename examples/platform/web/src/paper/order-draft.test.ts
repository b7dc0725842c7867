import { expect, test } from 'vitest'
import { emptyDraft, orderOf, quantityFor, readAmount } from './order-draft.ts'

test.each([
  ['10', '10'],
  [' 1,234.5 ', '1234.5'],
  ['1,234,567', '1234567'],
  ['0.00000001', '0.00000001'],
])('%j is the amount %s', (text, amount) => {
  expect(readAmount(text)).toBe(amount)
})

test.each(['', '0', '0.0', '-1', '1e3', '1,2', '1.', '.5', '0.123456789', 'ten', '1'.repeat(13)])(
  '%j is no amount',
  (text) => {
    expect(readAmount(text)).toBeUndefined()
  },
)

test('a draft is an order once all that its type needs is there, and has nothing that it does not need', () => {
  const draft = { ...emptyDraft, quantity: '5', limitPrice: '99', stopPrice: '' }
  expect(orderOf(draft, 'AAPL')).toMatchObject({ type: 'market', limitPrice: null, stopPrice: null })
  expect(orderOf({ ...draft, type: 'limit' }, 'AAPL')).toMatchObject({ limitPrice: '99', stopPrice: null })
  expect(orderOf({ ...draft, type: 'stop-limit' }, 'AAPL')).toBeUndefined()
  expect(orderOf({ ...draft, quantity: '' }, 'AAPL')).toBeUndefined()
})

test.each([
  [1_000, 99, true, '10'],
  [1_000, 100, true, '10'],
  [50, 99, true, ''],
  [1_000, 64_000, false, '0.015625'],
  [1_000, 50, false, '20'],
  [0, 50, false, ''],
])('%d buys at %d (whole units: %s) %j', (money, price, isWhole, quantity) => {
  expect(quantityFor(money, price, isWhole)).toBe(quantity)
})

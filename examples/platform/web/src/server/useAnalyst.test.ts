import { expect, test } from 'vitest'
import { readAnalyst } from './useAnalyst.ts'

test('a server with an analyst says so, and one without says what to set', () => {
  expect(readAnalyst({ available: true, reason: null })).toEqual({ isAvailable: true })
  expect(readAnalyst({ available: false, reason: 'Set a key.' })).toEqual({
    isAvailable: false,
    reason: 'Set a key.',
  })
})

test.each([null, 'text', {}, { available: 'yes' }, { reason: 5 }])(
  'an answer of another shape is no analyst: %j',
  (body) => {
    expect(readAnalyst(body)).toMatchObject({ isAvailable: false })
  },
)

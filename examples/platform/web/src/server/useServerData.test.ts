import { expect, test } from 'vitest'
import { readImported } from './useServerData.ts'

test('an instrument with several bar lengths is listed once, and adjustable when one of them is', () => {
  const instruments = [
    { instrument: 'equity:AAPL', adjustable: false },
    { instrument: 'equity:BAC', adjustable: false },
    { instrument: 'equity:AAPL', adjustable: true },
  ]
  expect(readImported({ instruments })).toEqual([
    { id: 'equity:AAPL', isAdjustable: true },
    { id: 'equity:BAC', isAdjustable: false },
  ])
})

test.each([null, 'text', {}, { instruments: 1 }, { instruments: [null, 1, {}, { instrument: 5 }] }])(
  'an answer of another shape lists nothing: %j',
  (body) => {
    expect(readImported(body)).toEqual([])
  },
)

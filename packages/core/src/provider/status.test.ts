import { expect, test } from 'vitest'
import { HttpResponse } from './http-message.ts'
import { statusError } from './status.ts'

const of = (status: number, retryAfter?: string) =>
  new HttpResponse({
    status,
    text: '',
    headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  })

test.each([
  [200, undefined],
  [400, 'BAD_REQUEST'],
  [401, 'INVALID_KEY'],
  [403, 'NOT_ENTITLED'],
  [418, 'RATE_LIMITED'],
  [429, 'RATE_LIMITED'],
  [404, 'UPSTREAM'],
  [503, 'UPSTREAM'],
])('HTTP status %i is %s', (status, code) => {
  expect(statusError('venue', of(status))?.code).toBe(code)
})

test('Retry-After counts in seconds or names a date', () => {
  const now = Date.UTC(2024, 0, 1)
  expect(statusError('venue', of(429, '7'))).toMatchObject({ retryAfterMs: 7_000 })
  expect(statusError('venue', of(429, new Date(now + 60_000).toUTCString()), now)).toMatchObject({
    retryAfterMs: 60_000,
  })
  expect(statusError('venue', of(429, 'soon'))).toMatchObject({ retryAfterMs: undefined })
})

import { createClient } from '@starkmatter/core'
import { hashKey } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { sampleMarket } from '../testing/sample-market.ts'
import { barHistoryQueryOptions, barsQueryOptions } from './bars.ts'

test('bars asked for with options that are undefined share a cache entry with those asked for without', () => {
  const client = createClient({ providers: [sampleMarket()] })
  const plain = { symbol: 'AAPL', interval: '1d' } as const
  const given = { ...plain, limit: undefined, adjustment: undefined, extendedHours: undefined }
  const one = barsQueryOptions(client, plain)
  const other = barsQueryOptions(client, { ...given, start: undefined, end: undefined })
  expect(hashKey(other.queryKey)).toBe(hashKey(one.queryKey))
  const history = barHistoryQueryOptions(client, given)
  expect(hashKey(history.queryKey)).toBe(hashKey(barHistoryQueryOptions(client, plain).queryKey))
  client.close()
})

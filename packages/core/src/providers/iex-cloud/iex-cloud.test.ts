import { expect, test } from 'vitest'
import { createClient } from '../../client/createClient.ts'
import { createFakeYahoo } from '../../testing/fake-yahoo.ts'
import { yahoo } from '../yahoo/index.ts'
import { iexCloud } from './iex-cloud.ts'

test('every call is RETIRED and names the way out, without a request', async () => {
  const fetch = () => Promise.reject(new Error('No request may be made.'))
  const client = createClient({ providers: [iexCloud()], fetch })
  const calls = [
    client.getBars({ symbol: 'AAPL', interval: '1d', start: '2024-01-01' }),
    client.getQuote({ symbol: 'AAPL' }),
    client.searchSymbols({ text: 'apple' }),
    client.getProfile({ symbol: 'AAPL' }),
    client.getNews({ symbols: ['AAPL'] }),
  ]
  for (const call of calls) {
    await expect(call).rejects.toMatchObject({
      code: 'RETIRED',
      message: expect.stringContaining('tiingo()'),
    })
  }
})

test('a configuration that still names it goes on with the next provider', async () => {
  await using venue = await createFakeYahoo()
  const client = createClient({ providers: [iexCloud(), yahoo(venue.options)] })
  const bars = await client.getBars({
    symbol: 'AAPL',
    interval: '1d',
    start: '2024-05-01',
    end: '2024-06-10',
  })
  expect(bars.source.attempts.map(({ provider, outcome }) => `${provider} ${outcome}`)).toEqual([
    'iex-cloud RETIRED',
    'yahoo OK',
  ])
})

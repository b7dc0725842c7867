import { expect, test } from 'vitest'
import { getBars } from '../actions/getBars.ts'
import { createClient } from '../client/createClient.ts'
import { keyedProviders, openProvider, providerNames, readProviderVariables } from './index.ts'

const variables = {
  MASSIVE_API_KEY: 'a',
  ALPHA_VANTAGE_API_KEY: 'b',
  APCA_API_KEY_ID: 'c',
  APCA_API_SECRET_KEY: 'd',
  TIINGO_API_KEY: 'e',
  SEC_EDGAR_USER_AGENT: 'Example Ltd admin@example.com',
}

test.each(providerNames)('%s opens from variables, under its own name', async (name) => {
  expect(await openProvider(name, variables)).toMatchObject({ id: name })
})

test('a variable that is missing is named', async () => {
  await expect(openProvider('tiingo', {})).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    parameter: 'TIINGO_API_KEY',
  })
})

test('a vendor is switched on by all of its keys', () => {
  expect(keyedProviders({})).toEqual([])
  expect(keyedProviders({ APCA_API_KEY_ID: 'c' })).toEqual([])
  expect(keyedProviders(variables)).toEqual(['massive', 'alpha-vantage', 'alpaca', 'tiingo', 'sec-edgar'])
})

test('an address of its own takes the place of the vendor', async () => {
  const provider = await openProvider('yahoo', { YAHOO_BASE_URL: 'http://127.0.0.1:9' })
  const asked: string[] = []
  const client = createClient({
    providers: [provider],
    fetch: async (input) => {
      asked.push(String(input))
      return new Response('{}', { status: 404 })
    },
  })
  await expect(getBars(client, { symbol: 'AAPL', interval: '1d', limit: 1 })).rejects.toThrow()
  expect(asked[0]).toMatch(/^http:\/\/127\.0\.0\.1:9\//)
})

test('an address that is none is told by the name of its variable', () => {
  expect(() => readProviderVariables({ YAHOO_BASE_URL: 'ftp://x' })).toThrow(
    'YAHOO_BASE_URL must be an http(s) address, but is "ftp://x".',
  )
  expect(readProviderVariables({ MASSIVE_API_KEY: ' ', KRAKEN_BASE_URL: '' })).toEqual({})
})

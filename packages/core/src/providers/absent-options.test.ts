import { expect, test } from 'vitest'
import { parseInstrument } from '../market/index.ts'
import type { Provider } from '../provider/index.ts'
import { loadProvider } from '../testing/load-provider.ts'
import { httpOperation, httpOperationNames, sampleQuery } from '../testing/sample-query.ts'
import { alpaca } from './alpaca/index.ts'
import { alphaVantage } from './alpha-vantage/index.ts'
import { binance } from './binance/index.ts'
import { coinbase } from './coinbase/index.ts'
import { kraken } from './kraken/index.ts'
import { massive } from './massive/index.ts'
import { secEdgar } from './sec-edgar/index.ts'
import { synthetic } from './synthetic/index.ts'
import { tiingo } from './tiingo/index.ts'
import { yahoo } from './yahoo/index.ts'

const apiKey = 'key'
const baseUrl = undefined
const limits = undefined
const streamUrl = undefined

/** A provider without its options, and with each of them undefined. */
const pairs: readonly (readonly [absent: Provider, undefined: Provider])[] = [
  [kraken(), kraken({ baseUrl, streamUrl, limits })],
  [coinbase(), coinbase({ baseUrl, streamUrl, limits })],
  [binance(), binance({ baseUrl, streamUrl, limits })],
  [tiingo({ apiKey }), tiingo({ apiKey, baseUrl, limits })],
  [alphaVantage({ apiKey }), alphaVantage({ apiKey, baseUrl, limits })],
  [secEdgar({ userAgent: 'a@b.c' }), secEdgar({ userAgent: 'a@b.c', baseUrl, filesUrl: undefined, limits })],
  [
    yahoo(),
    yahoo({
      baseUrl,
      cookieUrl: undefined,
      consentUrl: undefined,
      streamUrl,
      streams: undefined,
      userAgent: undefined,
      limits,
    }),
  ],
  [
    massive({ apiKey }),
    massive({
      apiKey,
      baseUrl,
      limits,
      delayedMs: undefined,
      streamUrl,
      streams: undefined,
      fairMarketValue: undefined,
      priceBands: undefined,
      auctions: undefined,
    }),
  ],
  [
    alpaca({ keyId: 'id', secretKey: 'key' }),
    alpaca({
      keyId: 'id',
      secretKey: 'key',
      baseUrl,
      tradingUrl: undefined,
      feed: undefined,
      streamUrl,
      testFeed: undefined,
      optionFeed: undefined,
      limits,
    }),
  ],
  [synthetic(), synthetic({ seed: undefined, symbols: undefined })],
]

const credential = { crumb: 'crumb', cookie: 'a=b', token: 'token', AAPL: '320193' }

/** All that a provider says of itself, and what it would send, or why not. */
async function factsOf(provider: Provider) {
  const loaded = await loadProvider(provider)
  const requests = httpOperationNames.map((name) => {
    try {
      return httpOperation(loaded, name)?.request(sampleQuery(loaded, name), credential)
    } catch (error) {
      return String(error)
    }
  })
  const { stream } = provider
  const url = stream && 'url' in stream ? stream.url : undefined
  const key = { key: 'AAPL', channel: 'trades', instrument: parseInstrument('AAPL'), symbol: 'AAPL' } as const
  return { declared: JSON.stringify(provider), url: typeof url === 'function' ? url(key) : url, requests }
}

test.each(pairs)('$id takes an option that is undefined as one that is absent', async (absent, given) => {
  expect(await factsOf(given)).toEqual(await factsOf(absent))
})

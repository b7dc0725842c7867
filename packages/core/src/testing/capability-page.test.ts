import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Provider } from '../provider/index.ts'
import { alpaca } from '../providers/alpaca/alpaca.ts'
import { alphaVantage } from '../providers/alpha-vantage/alpha-vantage.ts'
import { binance } from '../providers/binance/binance.ts'
import { coinbase } from '../providers/coinbase/coinbase.ts'
import { kraken } from '../providers/kraken/kraken.ts'
import { massive } from '../providers/massive/massive.ts'
import { secEdgar } from '../providers/sec-edgar/sec-edgar.ts'
import { tiingo } from '../providers/tiingo/tiingo.ts'
import { yahoo } from '../providers/yahoo/yahoo.ts'
import { capabilityPage, operationNames, type Reasons } from './capability-page.ts'

const providers: readonly Provider[] = [
  massive({ apiKey: 'key' }),
  alphaVantage({ apiKey: 'key' }),
  yahoo(),
  alpaca({ keyId: 'id', secretKey: 'secret' }),
  tiingo({ apiKey: 'key' }),
  binance(),
  coinbase(),
  kraken(),
  secEdgar({ userAgent: 'Example Ltd admin@example.com' }),
]

const noCompanies = {
  getProfile: 'a coin is no company',
  getFinancials: 'a coin is no company',
  getEarnings: 'a coin is no company',
  getCorporateActions: 'a coin has neither dividends nor splits',
  getOptionChain: 'spot alone is served',
  getCalendar: 'it never closes: `alwaysOpen` of the calendars says so',
  getNews: 'the vendor has none',
} as const

const noPrices = {
  getBars: 'the SEC keeps filings, not prices',
  getQuotes: 'the SEC keeps filings, not prices',
  getTrades: 'the SEC keeps filings, not prices',
  getOrderBook: 'the SEC keeps filings, not prices',
  getOptionChain: 'the SEC keeps filings, not prices',
  watchBars: 'the SEC keeps filings, not prices',
  watchQuotes: 'the SEC keeps filings, not prices',
  watchTrades: 'the SEC keeps filings, not prices',
  watchOrderBook: 'the SEC keeps filings, not prices',
} as const

const reasons: Reasons = {
  massive: {
    getOrderBook: 'the vendor documents none; the live one stands by itself',
  },
  'alpha-vantage': {
    getTrades: 'the vendor has none',
    getOrderBook: 'the vendor has none',
    getCalendar: 'the vendor tells whether a market is open now, and no holidays',
    watchTrades: 'the vendor has no streams, and no trades to ask for',
    watchOrderBook: 'the vendor has no streams, and no books to ask for',
  },
  yahoo: {
    getTrades: 'Yahoo’s pages have none',
    getOrderBook: 'Yahoo’s pages have the best prices alone, which are in quotes',
    getCalendar: 'Yahoo’s pages tell the current session, and no holidays',
    watchTrades: 'the socket tells prices without their trades',
    watchOrderBook: 'Yahoo’s pages have none',
  },
  alpaca: {
    getFinancials: 'the vendor has none',
    getEarnings: 'the vendor has none',
  },
  tiingo: {
    getTrades: 'the vendor has them over its socket alone',
    getOrderBook: 'the vendor has the best prices alone, which are in quotes',
    getEarnings: 'the vendor has none',
    getOptionChain: 'the vendor has none',
    getMarketStatus: 'the vendor does not tell',
    getCalendar: 'the vendor does not tell',
    watchTrades: 'its socket is not followed yet',
    watchOrderBook: 'the vendor has none',
  },
  binance: noCompanies,
  coinbase: { ...noCompanies, getMarketStatus: 'the vendor tells it of each pair alone' },
  kraken: noCompanies,
  'sec-edgar': {
    ...noPrices,
    getEarnings: 'what was reported is in financials; estimates are none of the SEC’s',
    getCorporateActions: 'they stand in the text of filings',
    getMarketStatus: 'the SEC is no market',
    getCalendar: 'the SEC is no market',
  },
}

describe('what a provider lacks', () => {
  test.each(providers)('has a reason at $title, and nothing else has one', (provider) => {
    const missing = operationNames.filter((name) => provider[name] === undefined)
    expect(Object.keys(reasons[provider.id] ?? {}).toSorted()).toEqual(missing.toSorted())
  })
})

test('the page of all providers says what they declare', async () => {
  const page = fileURLToPath(new URL('../../../../docs/providers/README.md', import.meta.url))
  await expect(capabilityPage(providers, reasons)).toMatchFileSnapshot(page)
})

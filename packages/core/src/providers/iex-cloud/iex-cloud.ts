import { RetiredError } from '../../errors/index.ts'
import { defineProvider } from '../../provider/index.ts'

/**
 * IEX Cloud, which shut down on 31 August 2024. It stays here so that code and configuration that name it fail with the way out.
 *
 * @throws {RetiredError} always
 * @example
 * iexCloud().title // 'IEX Cloud (retired)'
 */
export function iexCloud() {
  const retired = (): never => {
    throw new RetiredError(
      'IEX Cloud shut down on 31 August 2024. For prices of the IEX exchange use tiingo() or alpaca() instead; for other data of the United States massive() or yahoo().',
      { provider: 'iex-cloud' },
    )
  }
  const assets = ['equity', 'fund'] as const
  const gone = { request: retired, parse: retired }
  return defineProvider({
    id: 'iex-cloud',
    title: 'IEX Cloud (retired)',
    symbols: {
      toProvider: ({ assetClass, symbol }) =>
        assetClass === 'equity' || assetClass === 'fund' ? symbol : undefined,
      fromProvider: () => undefined,
    },
    getBars: {
      assets,
      intervals: ['1m', '5m', '10m', '15m', '30m', '1h', '1d', '1w', '1mo'],
      adjustments: ['splits', 'raw'],
      ...gone,
    },
    getQuotes: { assets, batch: 100, ...gone },
    searchSymbols: gone,
    getProfile: { assets, ...gone },
    getNews: gone,
  })
}

/** Providers that variables can configure: those with a key first, then those without. */
export const providerNames = [
  'massive',
  'alpha-vantage',
  'alpaca',
  'tiingo',
  'sec-edgar',
  'yahoo',
  'kraken',
  'coinbase',
  'binance',
  'synthetic',
] as const

export type ProviderName = (typeof providerNames)[number]

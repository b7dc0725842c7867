import { crypto, equity, fx, type Instrument, type Interval } from '../../market/index.ts'

export const intervals = [
  '1m',
  '2m',
  '5m',
  '15m',
  '30m',
  '1h',
  '4h',
  '1d',
  '1w',
  '1mo',
] as const satisfies readonly Interval[]

/** What is simulated of an instrument. */
export type Listing = {
  instrument: Instrument
  name: string
  sector: string | null
  /** Price around the start of 2026. */
  price: number
  /** Standard deviation of a day's return. */
  volatility: number
  /** Trend of the logarithm of the price, a year. */
  drift: number
  /** Units traded on a usual day. */
  volume: number
  /** Yearly dividend as part of the price. */
  dividendYield: number
  /** Decimals of a price. */
  decimals: number
}

/** An instrument to add to the simulated market. */
export type SyntheticSymbol = {
  /** Any symbol of the SDK: `ACME`, `FOO/USD`. */
  symbol: string
  name?: string | undefined
  /** Price around the start of 2026. @default 100 */
  price?: number | undefined
  /** Standard deviation of a day's return. @default 0.018 */
  volatility?: number | undefined
}

// symbol, name, sector, price, volatility of a day in %, drift a year in %, millions traded a day, dividend yield in %
const shares: readonly (readonly [string, string, string, number, number, number, number, number])[] = [
  ['AAPL', 'Apple Inc.', 'Technology', 243, 1.7, 15, 52, 0.4],
  ['MSFT', 'Microsoft Corporation', 'Technology', 418, 1.6, 13, 21, 0.7],
  ['NVDA', 'NVIDIA Corporation', 'Technology', 138, 2.8, 20, 210, 0],
  ['AMZN', 'Amazon.com, Inc.', 'Consumer', 220, 2.1, 15, 38, 0],
  ['GOOGL', 'Alphabet Inc.', 'Communication', 190, 1.8, 13, 27, 0.4],
  ['META', 'Meta Platforms, Inc.', 'Communication', 599, 2.3, 14, 14, 0.3],
  ['TSLA', 'Tesla, Inc.', 'Consumer', 379, 3.4, 18, 95, 0],
  ['AMD', 'Advanced Micro Devices, Inc.', 'Technology', 121, 3, 12, 44, 0],
  ['INTC', 'Intel Corporation', 'Technology', 20, 2.1, 2, 62, 1.8],
  ['IBM', 'International Business Machines Corporation', 'Technology', 220, 1.4, 5, 4, 3],
  ['NFLX', 'Netflix, Inc.', 'Communication', 886, 2.6, 16, 4, 0],
  ['DIS', 'The Walt Disney Company', 'Communication', 111, 1.6, 6, 9, 0.9],
  ['JPM', 'JPMorgan Chase & Co.', 'Financials', 240, 1.6, 8, 9, 2.1],
  ['BAC', 'Bank of America Corporation', 'Financials', 44, 1.9, 5, 36, 2.3],
  ['GS', 'The Goldman Sachs Group, Inc.', 'Financials', 575, 1.7, 8, 2.4, 2],
  ['V', 'Visa Inc.', 'Financials', 314, 1.4, 12, 6, 0.7],
  ['XOM', 'Exxon Mobil Corporation', 'Energy', 107, 1.5, 6, 15, 3.6],
  ['JNJ', 'Johnson & Johnson', 'Health care', 144, 1, 6, 8, 3.3],
  ['PFE', 'Pfizer Inc.', 'Health care', 26, 1.5, 3, 40, 6],
  ['WMT', 'Walmart Inc.', 'Consumer', 90, 1.2, 9, 17, 0.9],
  ['KO', 'The Coca-Cola Company', 'Consumer', 62, 1, 6, 15, 3.1],
  ['MCD', 'McDonald’s Corporation', 'Consumer', 293, 1.1, 9, 3.4, 2.3],
  ['BA', 'The Boeing Company', 'Industrials', 172, 2.2, 6, 8, 0],
  ['GE', 'General Electric Company', 'Industrials', 169, 1.9, 6, 5, 0.7],
  ['SPY', 'SPDR S&P 500 ETF Trust', 'Funds', 584, 1.1, 9, 58, 1.2],
  ['QQQ', 'Invesco QQQ Trust', 'Funds', 510, 1.4, 11, 36, 0.6],
]

// base, quote, name, price, volatility of a day in %, drift a year in %, thousands traded a day, decimals
const pairs: readonly (readonly [string, string, string, number, number, number, number, number])[] = [
  ['BTC', 'USD', 'Bitcoin', 96_800, 2.4, 25, 18, 2],
  ['ETH', 'USD', 'Ethereum', 3_450, 3, 22, 260, 2],
  ['SOL', 'USD', 'Solana', 206, 3.8, 20, 3_100, 2],
  ['DOGE', 'USD', 'Dogecoin', 0.338, 4.2, 12, 2_400_000, 5],
  ['EUR', 'USD', 'Euro', 1.0266, 0.5, 0, 90_000, 5],
  ['GBP', 'USD', 'Pound sterling', 1.238, 0.55, 0, 60_000, 5],
  ['USD', 'JPY', 'United States dollar', 157.5, 0.6, 1, 80_000, 3],
]

/** The market that is there when nothing else is asked for. */
export function defaultListings(): Listing[] {
  return [
    ...shares.map(
      ([symbol, name, sector, price, volatility, drift, volume, dividendYield]): Listing => ({
        instrument: equity(symbol),
        name,
        sector,
        price,
        volatility: volatility / 100,
        drift: drift / 100,
        volume: volume * 1e6,
        dividendYield: dividendYield / 100,
        decimals: 2,
      }),
    ),
    ...pairs.map(
      ([base, quote, name, price, volatility, drift, volume, decimals]): Listing => ({
        instrument: (volatility < 1 ? fx : crypto)(base, quote),
        name: `${name} / ${quote}`,
        sector: null,
        price,
        volatility: volatility / 100,
        drift: drift / 100,
        volume: volume * 1000,
        dividendYield: 0,
        decimals,
      }),
    ),
  ]
}

/** A listing of the user's own. */
export function customListing(
  instrument: Instrument,
  { name, price = 100, volatility = 0.018 }: SyntheticSymbol,
): Listing {
  return {
    instrument,
    name: name ?? instrument.symbol,
    sector: null,
    price,
    volatility,
    drift: 0.06,
    volume: 5e6,
    dividendYield: 0,
    decimals: instrument.assetClass === 'fx' ? 5 : price < 1 ? 5 : 2,
  }
}

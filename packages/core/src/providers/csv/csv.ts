import { InvalidParameterError } from '../../errors/index.ts'
import {
  type Adjustment,
  type AssetClass,
  type Interval,
  isInterval,
  isTimeZone,
  parseInstrument,
} from '../../market/index.ts'
import { defineProvider } from '../../provider/index.ts'
import type { csvOperations } from './operations.ts'

export type CsvOptions = {
  /** Folder of the files, with its subfolders. */
  folder: string
  /** IANA zone of all files, for wall clocks and for dates. @default told from each file */
  timeZone?: string | undefined
  /** Bar length of all files. @default told from file name and times */
  interval?: Interval | undefined
  /** How the files' prices are adjusted. @default raw, or splits where there is an adjusted close beside them */
  adjustment?: Adjustment | undefined
  /** ISO 4217 code of all prices. @default the quote of a pair, else not said */
  currency?: string | undefined
  /** Whose prices count where a file has both. @default 'bid' */
  side?: 'bid' | 'ask' | undefined
}

const assets = [
  'equity',
  'fund',
  'index',
  'crypto',
  'perp',
  'fx',
  'future',
  'option',
] as const satisfies readonly AssetClass[]
const intervals = [
  '1s',
  '5s',
  '10s',
  '15s',
  '30s',
  '1m',
  '2m',
  '3m',
  '5m',
  '10m',
  '15m',
  '30m',
  '1h',
  '2h',
  '3h',
  '4h',
  '6h',
  '8h',
  '12h',
  '1d',
  '1w',
  '1mo',
  '3mo',
  '1y',
] as const satisfies readonly Interval[]

/**
 * A folder of the user's own files as a provider.
 *
 * Each file holds bars of one instrument and interval, or of several with a ticker column. Symbol, interval, columns,
 * separators, time format and zone are found from file name and content, or given. Files of one series are joined. Longer
 * bars are built where the files have shorter ones only. `AAPL-factors.csv` beside raw prices allows adjusted ones.
 * Rows that cannot be read are left out and named in `issues`, with file and line.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, no file is about the instrument
 * @throws {StarkMatterError} VALIDATION, a file of the instrument is malformed; `path` is `file:line`
 * @throws {StarkMatterError} NO_DATA, no bar in the range
 * @throws {StarkMatterError} UNSUPPORTED, the interval or adjustment cannot be made from what is there
 */
export function csv(options: CsvOptions) {
  const { folder, ...facts } = options
  if (facts.timeZone !== undefined && !isTimeZone(facts.timeZone)) {
    throw new InvalidParameterError('timeZone', 'an IANA time zone like America/New_York', facts.timeZone)
  }
  if (facts.interval !== undefined && !isInterval(facts.interval)) {
    throw new InvalidParameterError('interval', 'an interval like 1m or 1d', facts.interval)
  }
  let made: ReturnType<typeof csvOperations> | undefined
  const operations = async () => {
    const { csvOperations } = await import('./operations.ts')
    made ??= csvOperations(folder, facts)
    return made
  }

  return defineProvider({
    id: 'csv',
    title: 'CSV files',
    delayedMs: null,
    symbols: { toProvider: (instrument) => instrument.id, fromProvider: (symbol) => parseInstrument(symbol) },
    getBars: {
      assets,
      intervals,
      adjustments: ['raw', 'splits', 'splits+dividends'],
      extendedHours: true,
      load: async () => (await operations()).getBars,
    },
    getQuotes: { assets, batch: 100, load: async () => (await operations()).getQuotes },
    searchSymbols: { load: async () => (await operations()).searchSymbols },
    getCorporateActions: {
      assets: ['equity', 'fund'],
      load: async () => (await operations()).getCorporateActions,
    },
  })
}

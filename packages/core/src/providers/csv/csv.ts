import {
  InvalidParameterError,
  NoDataError,
  UnknownSymbolError,
  UnsupportedError,
} from '../../errors/index.ts'
import {
  type Adjustment,
  type AssetClass,
  type BarSeries,
  dateInZone,
  type Interval,
  isInterval,
  isTimeZone,
  type NumericMode,
  parseInstrument,
  parseInterval,
  type SymbolMatch,
} from '../../market/index.ts'
import { type BarsQuery, defineProvider, type LocalContext } from '../../provider/index.ts'
import { adjusted } from './adjusted.ts'
import { aggregate, canAggregate } from './aggregate.ts'
import { actionsOfFactors } from './factors.ts'
import { type Holding, Library } from './library.ts'
import { numericOf } from './numeric.ts'
import { quoteOf } from './quote.ts'
import type { CsvSeries } from './series.ts'

export type CsvOptions = {
  /** Folder of the files, with its subfolders. */
  folder: string
  /** IANA zone of all files, for wall clocks and for dates. @default told from each file */
  timeZone?: string
  /** Bar length of all files. @default told from file name and times */
  interval?: Interval
  /** How the files' prices are adjusted. @default raw, or splits where there is an adjusted close beside them */
  adjustment?: Adjustment
  /** ISO 4217 code of all prices. @default the quote of a pair, else not said */
  currency?: string
  /** Whose prices count where a file has both. @default 'bid' */
  side?: 'bid' | 'ask'
}

const id = 'csv'
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
  const library = new Library(folder, facts)

  return defineProvider({
    id,
    title: 'CSV files',
    delayedMs: null,
    symbols: { toProvider: (instrument) => instrument.id, fromProvider: (symbol) => parseInstrument(symbol) },

    getBars: {
      assets,
      intervals,
      adjustments: ['raw', 'splits', 'splits+dividends'],
      extendedHours: true,
      async answer(query, context) {
        const { series, factors } = await holdingOf(library, query, query.numeric, context)
        const source = sourceFor(series, query)
        const restated = adjusted(source, factors, query.adjustment)
        const bars = within(inInterval(restated, query), query)
        if (bars.length === 0) throw noBars(series, query)
        return bars.with({ source: { ...bars.source, fetchedAt: context.now } })
      },
    },

    getQuotes: {
      assets,
      batch: 100,
      async answer({ instruments, numeric }, context) {
        const quotes = await Promise.all(
          instruments.map(async (instrument) => {
            const holding = await library.find(instrument, numeric, context)
            return quoteOf(instrument, holding?.series.map(({ bars }) => bars) ?? [], context.now)
          }),
        )
        return quotes.filter((quote) => quote !== undefined)
      },
    },

    searchSymbols: {
      async answer({ text, limit }, context) {
        const wanted = text.trim().toUpperCase()
        const matches: SymbolMatch[] = []
        for (const instrument of await library.instruments(context)) {
          const { symbol } = instrument
          const plain = symbol.replace('/', '')
          const at = Math.max(symbol.indexOf(wanted), plain.indexOf(wanted))
          if (at < 0) continue
          const score = plain === wanted || symbol === wanted ? 1 : symbol.startsWith(wanted) ? 0.8 : 0.5
          const currency = facts.currency ?? ('quote' in instrument ? instrument.quote : null)
          matches.push({
            instrument,
            name: null,
            exchange: instrument.venue ?? null,
            currency,
            score,
            provider: id,
          })
        }
        return matches.sort((a, b) => (b.score ?? 0) - (a.score ?? 0)).slice(0, limit)
      },
    },

    getCorporateActions: {
      assets: ['equity', 'fund'],
      async answer(query, context) {
        const { series, factors } = await holdingOf(library, query, 'number', context)
        const own = series.flatMap((one) => one.actions)
        if (!factors && own.length === 0) {
          throw new NoDataError(
            `No file tells the splits and dividends of ${query.instrument.symbol}. Put ${query.instrument.symbol}-factors.csv (date, priceFactor, splitFactor, referencePrice) in the folder.`,
            { provider: id },
          )
        }
        const daily = series.find(({ bars }) => bars.interval === '1d')?.bars
        const dates = daily ? Array.from(daily.time, (time) => dateInZone(time, daily.timeZone)) : []
        const all = factors ? actionsOfFactors(factors, facts.currency ?? null, dates) : own
        const actions = all.filter(({ date }) => {
          const time = Date.parse(date)
          return time >= query.start - 86_400_000 && time < query.end
        })
        const source = { provider: id, fetchedAt: context.now, delayedMs: null, attempts: [] }
        return { instrument: query.instrument, actions, source }
      },
    },
  })
}

async function holdingOf(
  library: Library,
  { instrument }: Pick<BarsQuery, 'instrument'>,
  numeric: NumericMode,
  context: LocalContext,
): Promise<Holding> {
  const holding = await library.find(instrument, numeric, context)
  if (holding) return holding
  throw new UnknownSymbolError(instrument.symbol, {
    provider: id,
    hint: 'No file of the folder is about it: name one like AAPL-1d.csv, or give a ticker column.',
  })
}

/** The series to answer from: of the interval itself, else the longest bars that it can be built of. */
function sourceFor(series: readonly CsvSeries[], query: BarsQuery): CsvSeries {
  const { interval, adjustment, instrument } = query
  const usable = series.filter(
    ({ bars }) => bars.interval === interval || canAggregate(bars.interval, interval),
  )
  const rank = ({ bars }: CsvSeries) =>
    (bars.interval === interval ? 1e15 : parseInterval(bars.interval).ms) +
    (bars.adjustment === adjustment ? 0.5 : 0)
  const best = usable.toSorted((a, b) => rank(b) - rank(a))[0]
  if (best) return best
  const there = [...new Set(series.map(({ bars }) => bars.interval))].join(', ') || 'no bars'
  throw new UnsupportedError(
    `${interval} bars of ${instrument.symbol} cannot be made of what its files have: ${there}.`,
    { provider: id },
  )
}

function inInterval(bars: BarSeries<NumericMode>, query: BarsQuery): BarSeries<NumericMode> {
  if (bars.interval === query.interval) return bars
  const numbers = numericOf(bars)
  if (!numbers) {
    throw new UnsupportedError(
      `Exact digits exist for bars as the file has them: ask for ${bars.interval}, or leave numeric out.`,
      { provider: id },
    )
  }
  const { isDaily } = parseInterval(query.interval)
  const hasSession = bars.instrument.assetClass === 'equity' && bars.timeZone === 'America/New_York'
  const isIntraday = !parseInterval(bars.interval).isDaily
  return aggregate(numbers, query.interval, isDaily && isIntraday && hasSession && !query.extendedHours)
}

function within(bars: BarSeries<NumericMode>, { start, end }: BarsQuery): BarSeries<NumericMode> {
  let from = 0
  while (from < bars.length && (bars.time[from] as number) < start) from++
  let to = bars.length
  while (to > from && (bars.time[to - 1] as number) >= end) to--
  return bars.slice(from, to)
}

function noBars(series: readonly CsvSeries[], query: BarsQuery): NoDataError {
  const spans = series.map(({ bars }) => {
    const date = (time = 0) => dateInZone(time, bars.timeZone)
    return `${bars.interval} from ${date(bars.time[0])} to ${date(bars.time.at(-1))}`
  })
  return new NoDataError(
    `The files of ${query.instrument.symbol} have no ${query.interval} bars in that range. They have ${spans.join(', ')}.`,
    { provider: id },
  )
}

import { NoDataError, UnknownSymbolError, UnsupportedError } from '../../errors/index.ts'
import {
  type BarSeries,
  dateInZone,
  type NumericMode,
  parseInterval,
  type SymbolMatch,
} from '../../market/index.ts'
import type {
  BarsQuery,
  CorporateActionsQuery,
  LocalContext,
  QuotesQuery,
  SearchQuery,
} from '../../provider/index.ts'
import { adjusted } from './adjusted.ts'
import { aggregate, canAggregate } from './aggregate.ts'
import type { CsvOptions } from './csv.ts'
import { actionsOfFactors } from './factors.ts'
import { type Holding, Library } from './library.ts'
import { numericOf } from './numeric.ts'
import { quoteOf } from './quote.ts'
import type { CsvSeries } from './series.ts'

const id = 'csv'

/** What the files of a folder answer. */
export function csvOperations(folder: string, facts: Omit<CsvOptions, 'folder'>) {
  const library = new Library(folder, facts)
  return {
    getBars: {
      async answer(query: BarsQuery, context: LocalContext) {
        const { series, factors } = await holdingOf(library, query, query.numeric, context)
        const source = sourceFor(series, query)
        const restated = adjusted(source, factors, query.adjustment)
        const bars = within(inInterval(restated, query), query)
        if (bars.length === 0) throw noBars(series, query)
        return bars.with({ source: { ...bars.source, fetchedAt: context.now } })
      },
    },

    getQuotes: {
      async answer({ instruments, numeric }: QuotesQuery, context: LocalContext) {
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
      async answer({ text, limit }: SearchQuery, context: LocalContext) {
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
      async answer(query: CorporateActionsQuery, context: LocalContext) {
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
  }
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

/** The bars of the question's range; asked for the newest ones, those of files that ended long ago. */
function within(bars: BarSeries<NumericMode>, { start, end, newest }: BarsQuery): BarSeries<NumericMode> {
  let to = bars.length
  while (to > 0 && (bars.time[to - 1] as number) >= end) to--
  if (newest !== undefined) return bars.slice(Math.max(0, to - newest), to)
  let from = to
  while (from > 0 && (bars.time[from - 1] as number) >= start) from--
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

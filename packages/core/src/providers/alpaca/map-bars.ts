import { NoDataError } from '../../errors/index.ts'
import {
  type BarSeries,
  type BarSeriesFacts,
  type NumericMode,
  parseInterval,
  type SeriesIssue,
} from '../../market/index.ts'
import {
  type BarsQuery,
  barsOfNumberRows,
  createInstantClock,
  type HttpOperation,
  type HttpResponse,
  isForming,
  joinBars,
  sourceOf,
  usSessionFilter,
} from '../../provider/index.ts'
import { type AlpacaContext, type AlpacaFeed, createGet } from './context.ts'
import { nextPage, readBody, rootOf } from './schema.ts'

const units = { s: undefined, m: 'Min', h: 'Hour', d: 'Day', w: 'Week', mo: 'Month', y: undefined } as const
const adjustments = { raw: 'raw', splits: 'split', 'splits+dividends': 'all' } as const
const fields = { open: 'o', high: 'h', low: 'l', close: 'c', volume: 'v', vwap: 'vw', trades: 'n' } as const

/** Bars by the page. Those of pairs are cut at midnight in Chicago, those of shares in New York. */
export function barsOperation(context: AlpacaContext): HttpOperation<BarsQuery, BarSeries<NumericMode>> {
  const get = createGet(context)
  const { feed } = context
  return {
    request({ instrument, symbol, interval, start, end, adjustment }) {
      const { count, unit } = parseInterval(interval)
      const isShare = instrument.assetClass === 'equity'
      return get(`${rootOf(instrument.assetClass)}/bars`, {
        symbols: symbol,
        timeframe: `${count}${units[unit]}`,
        start: new Date(start).toISOString(),
        // Alpaca's end is inclusive.
        end: new Date(end - 1).toISOString(),
        adjustment: isShare ? adjustments[adjustment] : undefined,
        feed: isShare ? feed : undefined,
        limit: 10_000,
        sort: 'asc',
      })
    },
    parse: (response, query) => readBars(response, query, feed),
    next: (response, _query, request) => nextPage(response, request),
    join: joinBars,
  }
}

function readBars(
  response: HttpResponse,
  query: BarsQuery,
  feed: AlpacaFeed,
): BarSeries<'number'> | BarSeries<'string'> {
  const bars = readBody(response, query, query.numeric === 'string').at('bars')
  if (bars.keys().length === 0) {
    throw new NoDataError(`alpaca has no bars of "${query.symbol}" in this range.`, { provider: 'alpaca' })
  }
  const rows = bars.at(query.symbol)
  const readInstant = createInstantClock()
  return barsOfNumberRows(
    {
      rows,
      fields,
      timeField: 't',
      timeOf: ({ t }) => (typeof t === 'string' ? readInstant(t) : Number.NaN),
      isWanted: usSessionFilter(query),
      facts: (last) => factsOf(query, last, feed),
    },
    query,
  )
}

function factsOf(query: BarsQuery, last: number | undefined, feed: AlpacaFeed): BarSeriesFacts {
  const { instrument, interval, adjustment } = query
  const isPair = instrument.assetClass === 'crypto'
  const timeZone = isPair ? 'America/Chicago' : 'America/New_York'
  return {
    instrument,
    interval,
    timeZone,
    currency: 'quote' in instrument ? instrument.quote : 'USD',
    priceScale: 1,
    adjustment,
    source: sourceOf('alpaca', query, delayOf(feed)),
    gaps: [],
    issues: instrument.assetClass === 'equity' && feed === 'iex' ? [oneExchange] : [],
    simulated: false,
    forming: isForming(last, query, timeZone),
  }
}

const oneExchange: SeriesIssue = {
  kind: 'one-exchange',
  message: 'Prices and volumes are those of the IEX exchange alone, a few percent of the market.',
}

export function delayOf(feed: AlpacaFeed): number {
  return feed === 'delayed_sip' ? 900_000 : 0
}

import { UnsupportedError } from '../../errors/index.ts'
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
  sourceOf,
  Wire,
} from '../../provider/index.ts'
import type { Get } from './context.ts'
import { readDailyBars } from './map-daily.ts'
import { dayOf, readBody } from './schema.ts'

const dayMs = 86_400_000
const words = { s: 'sec', m: 'min', h: 'hour', d: 'day', w: 'day', mo: 'day', y: 'day' } as const
const fields = { open: 'open', high: 'high', low: 'low', close: 'close' } as const
const countedFields = { ...fields, volume: 'volume' } as const
const pairFields = { ...countedFields, trades: 'tradesDone' } as const

/** Daily bars of shares from all exchanges, shorter ones from IEX, and pairs. */
export function barsOperation(get: Get): HttpOperation<BarsQuery, BarSeries<NumericMode>> {
  return { request: (query) => requestOf(get, query), parse: readBars }
}

function requestOf(get: Get, query: BarsQuery) {
  const { instrument, symbol, interval, start, end, adjustment, extendedHours } = query
  const { count, unit, ms, isDaily } = parseInterval(interval)
  const path = encodeURIComponent(symbol)
  const range = { startDate: dayOf(start), endDate: dayOf(end) }
  const resampleFreq = `${count}${words[unit]}`
  if (instrument.assetClass !== 'equity') {
    if (ms > dayMs) throw unsupported(`has pairs by the day at most, not ${interval}`)
    return instrument.assetClass === 'crypto'
      ? get('/tiingo/crypto/prices', { tickers: symbol, ...range, resampleFreq })
      : get(`/tiingo/fx/${path}/prices`, { ...range, resampleFreq })
  }
  if (isDaily) {
    return get(`/tiingo/daily/${path}/prices`, {
      startDate: range.startDate,
      // The last week or month is asked for whole; and adjusting for splits takes all later ones.
      endDate: adjustment === 'splits' ? undefined : dayOf(end + (ms > dayMs ? ms : 0)),
      resampleFreq: 'daily',
      format: 'json',
    })
  }
  if (adjustment !== 'raw')
    throw unsupported('has bars of less than a day as traded only (adjustment: "raw")')
  return get(`/iex/${path}/prices`, {
    ...range,
    resampleFreq,
    afterHours: extendedHours,
    columns: 'open,high,low,close,volume',
    format: 'json',
  })
}

function unsupported(what: string) {
  return new UnsupportedError(`tiingo ${what}.`, { provider: 'tiingo' })
}

function readBars(response: HttpResponse, query: BarsQuery): BarSeries<'number'> | BarSeries<'string'> {
  const { instrument, interval } = query
  const isShare = instrument.assetClass === 'equity'
  if (isShare && parseInterval(interval).isDaily) return readDailyBars(response, query)
  const body = readBody(response, query, query.numeric === 'string')
  const [isPair, timeZone] = [instrument.assetClass === 'crypto', isShare ? 'America/New_York' : 'UTC']
  const readInstant = createInstantClock()
  return barsOfNumberRows(
    {
      rows: isPair ? pairRows(body, query.symbol) : body,
      // Tiingo has volumes of IEX only when asked for them, and none of currencies.
      fields: isPair ? pairFields : isShare ? countedFields : fields,
      timeField: 'date',
      timeOf: ({ date }) => (typeof date === 'string' ? readInstant(date) : Number.NaN),
      facts: (last) => factsOf(query, timeZone, last),
    },
    query,
  )
}

/** A pair without bars in the range is left out. */
function pairRows(body: Wire, symbol: string): Wire {
  const found = body.items().find((one) => one.at('ticker').text() === symbol)
  return found?.at('priceData') ?? new Wire('tiingo', [], 'priceData')
}

function factsOf(query: BarsQuery, timeZone: string, last: number | undefined): BarSeriesFacts {
  const { instrument, interval, adjustment } = query
  return {
    instrument,
    interval,
    timeZone,
    currency: 'quote' in instrument ? instrument.quote : 'USD',
    priceScale: 1,
    adjustment,
    source: sourceOf('tiingo', query),
    gaps: [],
    issues: instrument.assetClass === 'equity' ? [oneExchange] : [],
    simulated: false,
    forming: isForming(last, query, timeZone),
  }
}

const oneExchange: SeriesIssue = {
  kind: 'one-exchange',
  message: 'Prices and volumes are those of the IEX exchange alone, a few percent of the market.',
}

import {
  type AuctionImbalance,
  type ExtendedHoursPrice,
  type Instrument,
  type MarketState,
  type Numeric,
  type NumericMode,
  type PriceBands,
  parseInstrument,
  type Quote,
  type SymbolMatch,
} from '../../market/index.ts'
import {
  type HttpResponse,
  parseExactJson,
  type QuotesQuery,
  type SearchQuery,
  Wire,
} from '../../provider/index.ts'
import { assertData } from './errors.ts'
import { oneOf, readBoolean, readSource } from './map-bars.ts'

const marketStates: readonly MarketState[] = ['pre', 'open', 'post', 'closed']
const auctionKinds: readonly AuctionImbalance['kind'][] = [
  'early-open',
  'open',
  'reopen',
  'close',
  'extreme-close',
  'regulatory-close',
]

/** How a price or size is read: as a number, or with its digits. */
type ReadAmount<mode extends NumericMode> = (field: Wire) => Numeric<mode> | null

/** `GET /v1/quotes` → quotes of the asked instruments; those in `missing` are left out. */
export function readQuotes(response: HttpResponse, query: QuotesQuery): Quote<NumericMode>[] {
  assertData(response, query.now)
  const checked = response.json('gateway')
  const body = new Wire('gateway', query.numeric === 'string' ? parseExactJson(response.text) : checked)
  const missing = new Set(
    body
      .at('missing')
      .items()
      .map((symbol) => symbol.text()),
  )
  // Answers come in the order asked, under the more precise names that the gateway's providers gave them.
  const asked = query.symbols.flatMap((symbol, index) =>
    missing.has(symbol) ? [] : query.instruments.slice(index, index + 1),
  )
  const quotes = body.at('quotes')
  const items = quotes.items()
  if (items.length !== asked.length) throw quotes.unlike(`${asked.length} quotes`)
  return asked.flatMap((instrument, index) => {
    const item = items[index]
    return item ? [readQuote(item, (field) => field.numericOrNull(query.numeric), instrument)] : []
  })
}

/** A quote as the gateway writes it, over REST and on the stream. */
export function readQuote<mode extends NumericMode>(
  quote: Wire,
  read: ReadAmount<mode>,
  instrument: Instrument = parseInstrument(quote.at('instrument').text()),
): Quote<mode> {
  const amount = (name: string) => read(quote.at(name))
  const pre = readExtended(quote.at('pre'), read)
  const post = readExtended(quote.at('post'), read)
  const bands = readBands(quote.at('bands'), read)
  const auction = readAuction(quote.at('auction'), read)
  return {
    instrument,
    name: quote.at('name').textOrNull(),
    last: amount('last'),
    time: quote.at('time').numberOrNull(),
    bid: amount('bid'),
    bidSize: amount('bidSize'),
    ask: amount('ask'),
    askSize: amount('askSize'),
    open: amount('open'),
    high: amount('high'),
    low: amount('low'),
    previousClose: amount('previousClose'),
    change: amount('change'),
    changePercent: amount('changePercent'),
    volume: amount('volume'),
    currency: quote.at('currency').textOrNull(),
    priceScale: quote.at('priceScale').number(),
    marketState: readState(quote.at('marketState')),
    ...(pre && { pre }),
    ...(post && { post }),
    ...(bands && { bands }),
    ...(auction && { auction }),
    source: readSource(quote.at('source')),
    simulated: readBoolean(quote.at('simulated')),
  }
}

/** `GET /v1/search` → matches, each naming the provider that found it. */
export function readMatches(response: HttpResponse, query: SearchQuery): SymbolMatch[] {
  assertData(response, query.now)
  const body = new Wire('gateway', response.json('gateway'))
  return body
    .at('matches')
    .items()
    .map((match) => ({
      instrument: parseInstrument(match.at('instrument').text()),
      name: match.at('name').textOrNull(),
      exchange: match.at('exchange').textOrNull(),
      currency: match.at('currency').textOrNull(),
      score: match.at('score').numberOrNull(),
      provider: match.at('provider').text(),
    }))
}

function readState(field: Wire): MarketState | null {
  return field.isAbsent ? null : oneOf(field, marketStates)
}

function readExtended<mode extends NumericMode>(
  field: Wire,
  read: ReadAmount<mode>,
): ExtendedHoursPrice<mode> | undefined {
  if (field.isAbsent) return undefined
  return { price: amountOf(field.at('price'), read), time: field.at('time').number() }
}

function readBands<mode extends NumericMode>(
  field: Wire,
  read: ReadAmount<mode>,
): PriceBands<mode> | undefined {
  if (field.isAbsent) return undefined
  const indicators = field.at('indicators')
  return {
    lower: amountOf(field.at('lower'), read),
    upper: amountOf(field.at('upper'), read),
    time: field.at('time').number(),
    ...(!indicators.isAbsent && { indicators: indicators.items().map((one) => one.text()) }),
  }
}

function readAuction<mode extends NumericMode>(
  field: Wire,
  read: ReadAmount<mode>,
): AuctionImbalance<mode> | undefined {
  if (field.isAbsent) return undefined
  const venue = field.at('venue').textOrNull()
  return {
    kind: oneOf(field.at('kind'), auctionKinds),
    time: field.at('time').number(),
    auctionTime: field.at('auctionTime').number(),
    imbalance: amountOf(field.at('imbalance'), read),
    paired: amountOf(field.at('paired'), read),
    price: read(field.at('price')),
    ...(venue !== null && { venue }),
  }
}

/** An amount that must be there. */
function amountOf<mode extends NumericMode>(field: Wire, read: ReadAmount<mode>): Numeric<mode> {
  const amount = read(field)
  if (amount === null) throw field.unlike('a number')
  return amount
}

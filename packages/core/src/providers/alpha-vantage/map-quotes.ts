import { UnknownSymbolError } from '../../errors/index.ts'
import { type Instrument, isTimeZone, type NumericMode, type Quote, zonedToUtc } from '../../market/index.ts'
import { type HttpResponse, type QuotesQuery, sourceOf, unknownQuote, Wire } from '../../provider/index.ts'
import { readBody } from './schema.ts'

/** One quote: of a share by its trading day, of a pair by its rate. An empty object says that the symbol is unknown. */
export function readQuotes(response: HttpResponse, query: QuotesQuery): Quote<NumericMode>[] {
  const [symbol = ''] = query.symbols
  const [instrument] = query.instruments
  const body = readBody(response, { now: query.now, symbol })
  const isPair = symbol.includes('/')
  const quote = body.at(isPair ? 'Realtime Currency Exchange Rate' : 'Global Quote')
  if (!instrument || quote.keys().length === 0) {
    throw new UnknownSymbolError(symbol, { provider: 'alpha-vantage' })
  }
  const source = sourceOf('alpha-vantage', query)
  return [isPair ? toRate(quote, instrument, query, source) : toQuote(quote, instrument, query, source)]
}

type Source = Quote['source']

// Only the day of the last price is known, which is no time: it stays null.
function toQuote(wire: Wire, instrument: Instrument, query: QuotesQuery, source: Source): Quote<NumericMode> {
  const percent = wire.at('10. change percent')
  const bare = new Wire(percent.provider, percent.text().replace(/%$/, ''), percent.path)
  const prices = wire.fields(
    {
      open: '02. open',
      high: '03. high',
      low: '04. low',
      last: '05. price',
      volume: '06. volume',
      previousClose: '08. previous close',
      change: '09. change',
    },
    (price) => price.decimal(query.numeric),
  )
  return { ...unknownQuote, instrument, ...prices, changePercent: bare.decimal(query.numeric), source }
}

function toRate(wire: Wire, instrument: Instrument, query: QuotesQuery, source: Source): Quote<NumericMode> {
  const optional = (name: string) => {
    const price = wire.at(name)
    return price.isAbsent || price.value === '-' ? null : price.decimal(query.numeric)
  }
  const zone = wire.at('7. Time Zone')
  if (!isTimeZone(zone.text())) throw zone.unlike('an IANA time zone')
  const refreshed = wire.at('6. Last Refreshed')
  const local = Date.parse(`${refreshed.text().replace(' ', 'T')}Z`)
  if (Number.isNaN(local)) throw refreshed.unlike('a date and a time of day')
  return {
    ...unknownQuote,
    instrument,
    name: [wire.at('2. From_Currency Name').textOrNull(), wire.at('4. To_Currency Name').textOrNull()].join(
      ' / ',
    ),
    last: wire.at('5. Exchange Rate').decimal(query.numeric),
    time: zonedToUtc(local, zone.text()),
    bid: optional('8. Bid Price'),
    ask: optional('9. Ask Price'),
    currency: wire.at('3. To_Currency Code').text(),
    source,
  }
}

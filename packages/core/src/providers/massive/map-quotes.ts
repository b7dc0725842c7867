import { UnknownSymbolError } from '../../errors/index.ts'
import type { MarketState, NumericMode, Quote, Trade } from '../../market/index.ts'
import {
  digitsOf,
  type HttpResponse,
  type QuotesQuery,
  sourceOf,
  type TradesQuery,
  type Wire,
} from '../../provider/index.ts'
import { instantMs, readBody } from './schema.ts'

const marketStates: Readonly<Record<string, MarketState>> = {
  open: 'open',
  closed: 'closed',
  early_trading: 'pre',
  late_trading: 'post',
}

/** Which snapshot serves these symbols: one class has its own, a mixture and all others have the unified one. */
export function snapshotPath(symbols: readonly string[]): string {
  const list = symbols.map(encodeURIComponent).join(',')
  const all = (prefix: RegExp) => symbols.every((symbol) => prefix.test(symbol))
  if (all(/^[^:]+$/)) return `/v2/snapshot/locale/us/markets/stocks/tickers?tickers=${list}`
  if (all(/^X:/)) return `/v2/snapshot/locale/global/markets/crypto/tickers?tickers=${list}`
  if (all(/^C:/)) return `/v2/snapshot/locale/global/markets/forex/tickers?tickers=${list}`
  return `/v3/snapshot?limit=250&ticker.any_of=${list}`
}

/** Snapshots as quotes, in the order that was asked for; symbols that Massive does not know are left out. */
export function readQuotes(response: HttpResponse, query: QuotesQuery): Quote<NumericMode>[] {
  const [symbol = ''] = query.symbols
  const body = readBody(response, { now: query.now, symbol }, query.numeric === 'string')
  const isUnified = snapshotPath(query.symbols).startsWith('/v3') || !body.at('results').isAbsent
  const single = body.at('ticker')
  // A snapshot of one names its request, a list does not.
  const isSingle = !single.isAbsent || (!isUnified && !body.at('request_id').isAbsent)
  const wires = isSingle ? [single] : body.at(isUnified ? 'results' : 'tickers').items()
  const bySymbol = new Map(wires.map((wire) => [wire.at('ticker').text(), wire]))
  const quotes: Quote<NumericMode>[] = []
  query.instruments.forEach((instrument, index) => {
    const wire = bySymbol.get(query.symbols[index] ?? '')
    // The unified snapshot says `error: 'NOT_FOUND'` for each one it has not.
    if (!wire?.at('error').isAbsent) return
    const prices = isUnified ? unified(wire, query.numeric) : snapshot(wire, query.numeric)
    quotes.push({
      ...prices,
      instrument,
      currency: 'quote' in instrument ? instrument.quote : instrument.assetClass === 'index' ? null : 'USD',
      priceScale: 1,
      source: sourceOf('massive', query, wire.at('timeframe').value === 'DELAYED' ? 900_000 : null),
      simulated: false,
    })
  })
  if (quotes.length === 0) throw new UnknownSymbolError(symbol, { provider: 'massive' })
  return quotes
}

type Prices = Omit<Quote<NumericMode>, 'instrument' | 'currency' | 'priceScale' | 'source' | 'simulated'>

function snapshot(wire: Wire, mode: NumericMode): Prices {
  const [trade, quote, minute] = [wire.at('lastTrade'), wire.at('lastQuote'), wire.at('min')]
  // Before the first trade of a day its bar is all zeros: that is "nothing yet", not a price.
  const day = wire.at('day').maybe('o').value === 0 ? wire.at('none') : wire.at('day')
  const price = (from: Wire, name: string) => from.maybe(name).numericOrNull(mode)
  return {
    name: null,
    last: price(trade, 'p') ?? price(minute, 'c') ?? price(day, 'c'),
    time: stampOrNull(trade.maybe('t')) ?? stampOrNull(minute.maybe('t')) ?? stampOrNull(wire.at('updated')),
    // Shares: p and P with sizes; currencies: b and a without.
    bid: price(quote, 'p') ?? price(quote, 'b'),
    bidSize: price(quote, 's'),
    ask: price(quote, 'P') ?? price(quote, 'a'),
    askSize: price(quote, 'S'),
    open: price(day, 'o'),
    high: price(day, 'h'),
    low: price(day, 'l'),
    previousClose: price(wire.at('prevDay'), 'c'),
    change: price(wire, 'todaysChange'),
    changePercent: price(wire, 'todaysChangePerc'),
    volume: price(day, 'v'),
    marketState: null,
  }
}

function unified(wire: Wire, mode: NumericMode): Prices {
  const [trade, quote, session] = [wire.at('last_trade'), wire.at('last_quote'), wire.at('session')]
  const price = (from: Wire, name: string) => from.maybe(name).numericOrNull(mode)
  const state = wire.at('market_status')
  return {
    name: wire.at('name').textOrNull(),
    last: price(wire, 'value') ?? price(trade, 'price') ?? price(session, 'price') ?? price(session, 'close'),
    time:
      stampOrNull(trade.maybe('sip_timestamp')) ??
      stampOrNull(trade.maybe('last_updated')) ??
      stampOrNull(wire.at('last_updated')),
    bid: price(quote, 'bid'),
    bidSize: price(quote, 'bid_size'),
    ask: price(quote, 'ask'),
    askSize: price(quote, 'ask_size'),
    open: price(session, 'open'),
    high: price(session, 'high'),
    low: price(session, 'low'),
    previousClose: price(session, 'previous_close'),
    change: price(session, 'change'),
    changePercent: price(session, 'change_percent'),
    volume: price(session, 'volume'),
    marketState: state.isAbsent ? null : (marketStates[state.text()] ?? null),
  }
}

function stampOrNull(wire: Wire): number | null {
  const stamp = wire.numberOrNull()
  return stamp === null ? null : instantMs(stamp)
}

/** Trades, oldest first, with their nanoseconds to the last digit. */
export function readTrades(response: HttpResponse, query: TradesQuery): Trade<NumericMode>[] {
  return readBody(response, query, true)
    .at('results')
    .itemsOrNone()
    .slice(0, query.limit)
    .map((wire) => toTrade(wire, query))
}

function toTrade(wire: Wire, { instrument, numeric }: TradesQuery): Trade<NumericMode> {
  // Crypto has no consolidated tape, and so no stamp of it.
  const isTaped = instrument.assetClass !== 'crypto'
  const [sip, participant] = [wire.at('sip_timestamp'), wire.at('participant_timestamp')]
  const [usual, other] = isTaped ? [sip, participant] : [participant, sip]
  const stamp = usual.isAbsent && !other.isAbsent ? other : usual
  const time = instantMs(stamp.number())
  const timeNs = stamp.number() >= 1e17 ? digitsOf(stamp.value) : undefined
  const id = wire.at('id').textOrNull()
  const sequence = wire.at('sequence_number').numberOrNull()
  const venue = wire.at('exchange').numberOrNull()
  const conditions = wire.at('conditions').itemsOrNone()
  return {
    instrument,
    // From the digits: a double of this size is off by up to 128 ns, enough to round into the next ms.
    time: timeNs === undefined ? time : Number(timeNs.slice(0, -6)),
    ...(timeNs !== undefined && { timeNs }),
    price: wire.at('price').numeric(numeric),
    size: wire.at('size').numeric(numeric),
    ...(id !== null && { id }),
    ...(sequence !== null && { sequence }),
    ...(conditions.length > 0 && { conditions: conditions.map((condition) => String(condition.number())) }),
    ...(venue !== null && { venue: String(venue) }),
  }
}

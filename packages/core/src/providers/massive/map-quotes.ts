import type { Instrument, MarketState, NumericMode, Quote } from '../../market/index.ts'
import {
  type HttpResponse,
  type QuotesQuery,
  quotesByClass,
  sourceOf,
  type Wire,
} from '../../provider/index.ts'
import type { Get } from './context.ts'
import { instantMs, readBody, rowsOf } from './schema.ts'

const marketStates: Readonly<Record<string, MarketState>> = {
  open: 'open',
  closed: 'closed',
  early_trading: 'pre',
  late_trading: 'post',
}

/** Snapshots: those of futures have an address of their own. */
export function quotesOperation(get: Get) {
  return quotesByClass({
    provider: 'massive',
    classes: [['equity', 'fund', 'index', 'crypto', 'fx', 'option'], ['future']],
    request: (symbols, assetClass) =>
      assetClass === 'future'
        ? get(`/futures/v1/snapshot?limit=250&ticker.any_of=${symbols.map(encodeURIComponent).join(',')}`)
        : get(snapshotPath(symbols)),
    parse: readQuotes,
  })
}

/** Which snapshot serves these symbols: one class has its own, a mixture and all others have the unified one. */
function snapshotPath(symbols: readonly string[]): string {
  const list = symbols.map(encodeURIComponent).join(',')
  const all = (prefix: RegExp) => symbols.every((symbol) => prefix.test(symbol))
  if (all(/^[^:]+$/)) return `/v2/snapshot/locale/us/markets/stocks/tickers?tickers=${list}`
  if (all(/^X:/)) return `/v2/snapshot/locale/global/markets/crypto/tickers?tickers=${list}`
  if (all(/^C:/)) return `/v2/snapshot/locale/global/markets/forex/tickers?tickers=${list}`
  return `/v3/snapshot?limit=250&ticker.any_of=${list}`
}

/** Snapshots as quotes, in the order that was asked for; symbols that Massive does not know are left out. */
function readQuotes(response: HttpResponse, query: QuotesQuery): Quote<NumericMode>[] {
  const [symbol = ''] = query.symbols
  const body = readBody(response, { now: query.now, symbol }, query.numeric === 'string')
  const isFutures = query.instruments.every(({ assetClass }) => assetClass === 'future')
  const isUnified = isFutures || snapshotPath(query.symbols).startsWith('/v3') || !body.at('results').isAbsent
  const single = body.at('ticker')
  // A snapshot of one names its request, a list does not.
  const isSingle = !single.isAbsent || (!isUnified && !body.at('request_id').isAbsent)
  const list = body.at(isUnified ? 'results' : 'tickers')
  const wires = isSingle ? [single] : isFutures ? rowsOf(body) : list.items()
  const bySymbol = new Map(wires.map((wire) => [wire.at('ticker').text(), wire]))
  const quotes: Quote<NumericMode>[] = []
  query.instruments.forEach((instrument, index) => {
    const wire = bySymbol.get(query.symbols[index] ?? '')
    // The unified snapshot says `error: 'NOT_FOUND'` for each one it has not.
    if (!wire?.at('error').isAbsent) return
    const read = instrument.assetClass === 'future' ? future : isUnified ? unified : snapshot
    const prices = read(wire, query.numeric)
    quotes.push({
      ...prices,
      instrument,
      currency: 'quote' in instrument ? instrument.quote : instrument.assetClass === 'index' ? null : 'USD',
      priceScale: 1,
      source: sourceOf('massive', query, delayOf(wire, instrument)),
      simulated: false,
    })
  })
  return quotes
}

type Prices = Omit<Quote<NumericMode>, 'instrument' | 'currency' | 'priceScale' | 'source' | 'simulated'>

function snapshot(wire: Wire, mode: NumericMode): Prices {
  const [trade, quote, minute] = [wire.at('lastTrade'), wire.at('lastQuote'), wire.at('min')]
  // Before the first trade of a day its bar is all zeros: that is "nothing yet", not a price.
  const day = wire.at('day').maybe('o').value === 0 ? wire.at('none') : wire.at('day')
  // Shares: p and P with sizes; currencies: b and a without.
  const { b, a, ...quoted } = quote.numerics(mode, {
    bid: 'p',
    bidSize: 's',
    ask: 'P',
    askSize: 'S',
    b: 'b',
    a: 'a',
  })
  const { close, ...today } = day.numerics(mode, { open: 'o', high: 'h', low: 'l', close: 'c', volume: 'v' })
  return {
    name: null,
    last: trade.maybe('p').numericOrNull(mode) ?? minute.maybe('c').numericOrNull(mode) ?? close,
    time: firstStamp(trade.maybe('t'), minute.maybe('t'), wire.at('updated')),
    ...quoted,
    bid: quoted.bid ?? b,
    ask: quoted.ask ?? a,
    ...today,
    previousClose: wire.at('prevDay').maybe('c').numericOrNull(mode),
    ...wire.numerics(mode, { change: 'todaysChange', changePercent: 'todaysChangePerc' }),
    marketState: null,
  }
}

function unified(wire: Wire, mode: NumericMode): Prices {
  const [trade, session] = [wire.at('last_trade'), wire.at('session')]
  const { close, price, ...today } = session.numerics(mode, {
    open: 'open',
    high: 'high',
    low: 'low',
    close: 'close',
    price: 'price',
    previousClose: 'previous_close',
    change: 'change',
    changePercent: 'change_percent',
    volume: 'volume',
  })
  const state = wire.at('market_status')
  return {
    name: wire.at('name').textOrNull(),
    last: wire.at('value').numericOrNull(mode) ?? trade.maybe('price').numericOrNull(mode) ?? price ?? close,
    time: firstStamp(trade.maybe('sip_timestamp'), trade.maybe('last_updated'), wire.at('last_updated')),
    ...wire
      .at('last_quote')
      .numerics(mode, { bid: 'bid', bidSize: 'bid_size', ask: 'ask', askSize: 'ask_size' }),
    ...today,
    marketState: state.isAbsent ? null : (marketStates[state.text()] ?? null),
  }
}

/** A futures contract: its day is a session, and the close before it is what was settled. */
function future(wire: Wire, mode: NumericMode): Prices {
  const [trade, session] = [wire.at('last_trade'), wire.at('session')]
  const { close, ...today } = session.numerics(mode, {
    open: 'open',
    high: 'high',
    low: 'low',
    close: 'close',
    previousClose: 'previous_settlement',
    change: 'change',
    changePercent: 'change_percent',
    volume: 'volume',
  })
  return {
    name: null,
    last: trade.maybe('price').numericOrNull(mode) ?? close,
    time: firstStamp(trade.maybe('last_updated'), wire.at('last_minute').maybe('last_updated')),
    ...wire
      .at('last_quote')
      .numerics(mode, { bid: 'bid', bidSize: 'bid_size', ask: 'ask', askSize: 'ask_size' }),
    ...today,
    marketState: null,
  }
}

/** Shares are told to lag a quarter of an hour, futures ten minutes. */
function delayOf(wire: Wire, { assetClass }: Instrument): number | null {
  const isFuture = assetClass === 'future'
  const timeframe = isFuture ? wire.at('last_trade').maybe('timeframe') : wire.at('timeframe')
  if (timeframe.value !== 'DELAYED') return null
  return isFuture ? 600_000 : 900_000
}

function firstStamp(...wires: readonly Wire[]): number | null {
  const stamp = wires.find((wire) => !wire.isAbsent)
  return stamp ? instantMs(stamp.number()) : null
}

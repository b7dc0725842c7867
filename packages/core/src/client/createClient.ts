import { getBars } from '../actions/getBars.ts'
import { getCalendar } from '../actions/getCalendar.ts'
import { getCorporateActions } from '../actions/getCorporateActions.ts'
import { getEarnings } from '../actions/getEarnings.ts'
import { getFinancials } from '../actions/getFinancials.ts'
import { getMarketStatus } from '../actions/getMarketStatus.ts'
import { getNews } from '../actions/getNews.ts'
import { getOptionChain } from '../actions/getOptionChain.ts'
import { getOrderBook } from '../actions/getOrderBook.ts'
import { getProfile } from '../actions/getProfile.ts'
import { getQuote } from '../actions/getQuote.ts'
import { getQuotes } from '../actions/getQuotes.ts'
import { getTrades } from '../actions/getTrades.ts'
import { searchSymbols } from '../actions/searchSymbols.ts'
import { watchBars } from '../actions/watchBars.ts'
import { watchOrderBook } from '../actions/watchOrderBook.ts'
import { watchQuotes } from '../actions/watchQuotes.ts'
import { watchTrades } from '../actions/watchTrades.ts'
import { AbortedError, BadRequestError } from '../errors/index.ts'
import { Breaker } from '../http/breaker.ts'
import { systemClock } from '../http/clock.ts'
import { Credentials } from '../http/credentials.ts'
import type { Transport } from '../http/exchange.ts'
import { Flights } from '../http/flights.ts'
import { memoryLimiter } from '../http/limiter.ts'
import type { Provider } from '../provider/index.ts'
import { Feeds } from '../stream/feeds.ts'
import { BarCache } from './bar-cache.ts'
import { attachEngine, type Engine } from './engine.ts'
import { systemFiles } from './system-files.ts'
import type { Client, ClientActions, ClientBase, ClientConfig } from './types.ts'

const actionNames = [
  'getBars',
  'getQuote',
  'getQuotes',
  'getTrades',
  'getOrderBook',
  'searchSymbols',
  'getProfile',
  'getFinancials',
  'getEarnings',
  'getCorporateActions',
  'getOptionChain',
  'getMarketStatus',
  'getCalendar',
  'getNews',
  'watchBars',
  'watchQuotes',
  'watchTrades',
  'watchOrderBook',
] as const satisfies readonly (keyof ClientActions)[]

/**
 * A client over one or more providers, asked in the given order. It has the methods that at least one of them can answer;
 * calling another does not compile.
 *
 * @throws {BadRequestError} there is no provider, or two share an id
 * @example
 * const client = createClient({ providers: [yahoo()] })
 * const bars = await client.getBars({ symbol: 'AAPL', interval: '1d', start: '2024-01-02' })
 */
export function createClient<const providers extends readonly Provider[]>(
  config: ClientConfig<providers>,
): Client<providers> {
  const { providers } = config
  const ids = new Set(providers.map(({ id }) => id))
  if (providers.length === 0 || ids.size < providers.length) {
    throw new BadRequestError('"providers" needs at least one provider, each with an id of its own.', {
      parameter: 'providers',
    })
  }
  const closing = new AbortController()
  const transport: Transport = {
    // Looked up at the call, so that a fetch that is replaced later (by a test, by a polyfill) is the one used.
    fetch: config.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    clock: config.clock ?? systemClock,
    limiter: config.limiter ?? memoryLimiter(),
    random: Math.random,
    logger: config.logger,
  }
  const breakers = new Map(providers.map(({ id }) => [id, new Breaker()]))
  let feeds: Feeds | undefined
  const engine: Engine = {
    ...transport,
    WebSocket: config.WebSocket,
    get feeds() {
      feeds ??= new Feeds(engine)
      return feeds
    },
    providers,
    files: config.files ?? systemFiles,
    flights: new Flights(),
    credentials: new Credentials(transport),
    breakers,
    bars: new BarCache(config.cache?.maxBars),
    closed: closing.signal,
  }
  const close = () => closing.abort(new AbortedError('The client was closed.'))
  const client: ClientBase & ClientActions = {
    providers,
    close,
    [Symbol.asyncDispose]: async () => close(),
    getBars: (options) => getBars(client, options),
    getQuote: (options) => getQuote(client, options),
    getQuotes: (options) => getQuotes(client, options),
    getTrades: (options) => getTrades(client, options),
    getOrderBook: (options) => getOrderBook(client, options),
    searchSymbols: (options) => searchSymbols(client, options),
    getProfile: (options) => getProfile(client, options),
    getFinancials: (options) => getFinancials(client, options),
    getEarnings: (options) => getEarnings(client, options),
    getCorporateActions: (options) => getCorporateActions(client, options),
    getOptionChain: (options) => getOptionChain(client, options),
    getMarketStatus: (options) => getMarketStatus(client, options),
    getCalendar: (options) => getCalendar(client, options),
    getNews: (options) => getNews(client, options),
    watchBars: (options) => watchBars(client, options),
    watchQuotes: (options) => watchQuotes(client, options),
    watchTrades: (options) => watchTrades(client, options),
    watchOrderBook: (options) => watchOrderBook(client, options),
  }
  attachEngine(client, engine)
  for (const name of actionNames) {
    const operation = name === 'getQuote' ? 'getQuotes' : name
    if (!providers.some((provider) => provider[operation])) Reflect.deleteProperty(client, name)
  }
  return client
}

import { getBars } from '../actions/getBars.ts'
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
import type { Files, Provider } from '../provider/index.ts'
import { BarCache } from './bar-cache.ts'
import { attachEngine, type Engine } from './engine.ts'
import type { Client, ClientActions, ClientBase, ClientConfig } from './types.ts'

const later = () => import('./later.ts')

const laterFiles: Files = {
  list: async (folder, signal) => (await import('./system-files.ts')).systemFiles.list(folder, signal),
  read: async (path, signal) => (await import('./system-files.ts')).systemFiles.read(path, signal),
}

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
  const engine: Engine = {
    ...transport,
    WebSocket: config.WebSocket,
    providers,
    files: config.files ?? laterFiles,
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
    getQuote: async (options) => (await later()).getQuote(client, options),
    getQuotes: async (options) => (await later()).getQuotes(client, options),
    getTrades: async (options) => (await later()).getTrades(client, options),
    getOrderBook: async (options) => (await later()).getOrderBook(client, options),
    searchSymbols: async (options) => (await later()).searchSymbols(client, options),
    getProfile: async (options) => (await later()).getProfile(client, options),
    getFinancials: async (options) => (await later()).getFinancials(client, options),
    getEarnings: async (options) => (await later()).getEarnings(client, options),
    getCorporateActions: async (options) => (await later()).getCorporateActions(client, options),
    getOptionChain: async (options) => (await later()).getOptionChain(client, options),
    getMarketStatus: async (options) => (await later()).getMarketStatus(client, options),
    getCalendar: async (options) => (await later()).getCalendar(client, options),
    getNews: async (options) => (await later()).getNews(client, options),
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

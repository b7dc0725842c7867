import { watchBars } from '../actions/watchBars.ts'
import { watchOrderBook } from '../actions/watchOrderBook.ts'
import { watchQuotes } from '../actions/watchQuotes.ts'
import { watchTrades } from '../actions/watchTrades.ts'
import { AbortedError, BadRequestError } from '../errors/index.ts'
import { systemClock } from '../http/clock.ts'
import type { Provider } from '../provider/index.ts'
import { createCall } from './call.ts'
import { attachSetup, type Setup } from './setup.ts'
import type { Client, ClientActions, ClientBase, ClientConfig } from './types.ts'

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
  const { providers, clock = systemClock } = config ?? {}
  const ids = Array.isArray(providers) ? providers.map((provider?: Partial<Provider>) => provider?.id) : []
  if (ids.length === 0 || new Set([undefined, ...ids]).size <= ids.length) {
    throw new BadRequestError('"providers" needs at least one provider, each with an id of its own.', {
      parameter: 'providers',
    })
  }
  if (!clock?.now || !clock.schedule) {
    throw new BadRequestError('"clock" needs now and schedule.', { parameter: 'clock' })
  }
  const closing = new AbortController()
  const setup: Setup = {
    providers,
    // Looked up at the call, so that a fetch that is replaced later (by a test, by a polyfill) is the one used.
    fetch: config.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    WebSocket: config.WebSocket,
    clock,
    random: config.random ?? Math.random,
    files: config.files,
    limiter: config.limiter,
    logger: config.logger,
    cache: config.cache,
    closed: closing.signal,
  }
  const close = () => closing.abort(new AbortedError('The client was closed.'))
  const call = createCall(setup, () => client)
  const actions: ClientActions = {
    getBars: (options) => call(options, ({ getBars }) => getBars),
    getQuote: (options) => call(options, ({ getQuote }) => getQuote),
    getQuotes: (options) => call(options, ({ getQuotes }) => getQuotes),
    getTrades: (options) => call(options, ({ getTrades }) => getTrades),
    getOrderBook: (options) => call(options, ({ getOrderBook }) => getOrderBook),
    searchSymbols: (options) => call(options, ({ searchSymbols }) => searchSymbols),
    getProfile: (options) => call(options, ({ getProfile }) => getProfile),
    getFinancials: (options) => call(options, ({ getFinancials }) => getFinancials),
    getEarnings: (options) => call(options, ({ getEarnings }) => getEarnings),
    getCorporateActions: (options) => call(options, ({ getCorporateActions }) => getCorporateActions),
    getOptionChain: (options) => call(options, ({ getOptionChain }) => getOptionChain),
    getMarketStatus: (options = {}) => call(options, ({ getMarketStatus }) => getMarketStatus),
    getCalendar: (options = {}) => call(options, ({ getCalendar }) => getCalendar),
    getNews: (options = {}) => call(options, ({ getNews }) => getNews),
    watchBars: (options) => watchBars(client, options),
    watchQuotes: (options) => watchQuotes(client, options),
    watchTrades: (options) => watchTrades(client, options),
    watchOrderBook: (options) => watchOrderBook(client, options),
  }
  const client: ClientBase & ClientActions = {
    providers,
    close,
    [Symbol.asyncDispose]: async () => close(),
    ...actions,
  }
  attachSetup(client, setup)
  for (const action of Object.keys(actions)) {
    const operation = action === 'getQuote' ? 'getQuotes' : action
    if (!providers.some((provider) => operation in provider)) Reflect.deleteProperty(client, action)
  }
  return client
}

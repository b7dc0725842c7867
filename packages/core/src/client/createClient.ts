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
  const setup: Setup = {
    providers,
    // Looked up at the call, so that a fetch that is replaced later (by a test, by a polyfill) is the one used.
    fetch: config.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    WebSocket: config.WebSocket,
    clock: config.clock ?? systemClock,
    random: Math.random,
    files: config.files,
    limiter: config.limiter,
    logger: config.logger,
    maxBars: config.cache?.maxBars,
    closed: closing.signal,
  }
  const close = () => closing.abort(new AbortedError('The client was closed.'))
  const call = createCall(setup)
  const client: ClientBase & ClientActions = {
    providers,
    close,
    [Symbol.asyncDispose]: async () => close(),
    getBars: (options) => call(options, (actions, timed) => actions.getBars(client, timed)),
    getQuote: (options) => call(options, (actions, timed) => actions.getQuote(client, timed)),
    getQuotes: (options) => call(options, (actions, timed) => actions.getQuotes(client, timed)),
    getTrades: (options) => call(options, (actions, timed) => actions.getTrades(client, timed)),
    getOrderBook: (options) => call(options, (actions, timed) => actions.getOrderBook(client, timed)),
    searchSymbols: (options) => call(options, (actions, timed) => actions.searchSymbols(client, timed)),
    getProfile: (options) => call(options, (actions, timed) => actions.getProfile(client, timed)),
    getFinancials: (options) => call(options, (actions, timed) => actions.getFinancials(client, timed)),
    getEarnings: (options) => call(options, (actions, timed) => actions.getEarnings(client, timed)),
    getCorporateActions: (options) =>
      call(options, (actions, timed) => actions.getCorporateActions(client, timed)),
    getOptionChain: (options) => call(options, (actions, timed) => actions.getOptionChain(client, timed)),
    getMarketStatus: (options = {}) =>
      call(options, (actions, timed) => actions.getMarketStatus(client, timed)),
    getCalendar: (options = {}) => call(options, (actions, timed) => actions.getCalendar(client, timed)),
    getNews: (options = {}) => call(options, (actions, timed) => actions.getNews(client, timed)),
    watchBars: (options) => watchBars(client, options),
    watchQuotes: (options) => watchQuotes(client, options),
    watchTrades: (options) => watchTrades(client, options),
    watchOrderBook: (options) => watchOrderBook(client, options),
  }
  attachSetup(client, setup)
  for (const name of actionNames) {
    const operation = name === 'getQuote' ? 'getQuotes' : name
    if (!providers.some((provider) => provider[operation])) Reflect.deleteProperty(client, name)
  }
  return client
}

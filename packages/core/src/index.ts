export { getBars } from './actions/getBars.ts'
export { getCalendar } from './actions/getCalendar.ts'
export { getCorporateActions } from './actions/getCorporateActions.ts'
export { getEarnings } from './actions/getEarnings.ts'
export { getFinancials } from './actions/getFinancials.ts'
export { getMarketStatus } from './actions/getMarketStatus.ts'
export { getNews } from './actions/getNews.ts'
export { getOptionChain } from './actions/getOptionChain.ts'
export { getOrderBook } from './actions/getOrderBook.ts'
export { getProfile } from './actions/getProfile.ts'
export { getQuote } from './actions/getQuote.ts'
export { getQuotes } from './actions/getQuotes.ts'
export { getTrades } from './actions/getTrades.ts'
export { searchSymbols } from './actions/searchSymbols.ts'
export { watchBars } from './actions/watchBars.ts'
export { watchOrderBook } from './actions/watchOrderBook.ts'
export { watchQuotes } from './actions/watchQuotes.ts'
export { watchTrades } from './actions/watchTrades.ts'
export { checkBars } from './client/check-bars.ts'
export { createClient } from './client/createClient.ts'
export type * from './client/options.ts'
export type {
  ConnectionState,
  Socket,
  SocketConstructor,
  StreamGap,
  StreamStatus,
  Subscription,
  SubscriptionEvents,
} from './client/subscription.ts'
export { systemFiles } from './client/system-files.ts'
export type {
  ActionsOf,
  Client,
  ClientActions,
  ClientBase,
  ClientConfig,
  LiveBar,
  Logger,
  QuoteList,
} from './client/types.ts'
export * from './errors/index.ts'
export { type Clock, systemClock } from './http/clock.ts'
export { type Limiter, type LimitGrant, type LimitRequest, memoryLimiter } from './http/limiter.ts'
export * from './market/index.ts'
export * from './provider/index.ts'

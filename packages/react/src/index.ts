export type { IndicatorRequest } from '@starkmatter/core/indicators/registry'
export type { AnalysisProgress } from './analysis/analysis-progress.ts'
export type { ReactClient } from './context/client.ts'
export {
  StarkMatterProvider,
  type StarkMatterProviderProps,
  useClient,
} from './context/StarkMatterProvider.tsx'
export {
  type UseAnalysisParameters,
  type UseAnalysisReturnType,
  useAnalysis,
} from './hooks/useAnalysis.ts'
export { type UseBarsParameters, useBars } from './hooks/useBars.ts'
export { useConnection } from './hooks/useConnection.ts'
export { type UseIndicatorParameters, useIndicator } from './hooks/useIndicator.ts'
export { type UseIndicatorsParameters, useIndicators } from './hooks/useIndicators.ts'
export { type UseLiveBarsParameters, useLiveBars } from './hooks/useLiveBars.ts'
export { type UseMarketStatusParameters, useMarketStatus } from './hooks/useMarketStatus.ts'
export { type UseNewsParameters, useNews } from './hooks/useNews.ts'
export { type UseOrderBookParameters, useOrderBook } from './hooks/useOrderBook.ts'
export { type UseQuoteParameters, useQuote } from './hooks/useQuote.ts'
export { type QuoteEntry, type UseQuotesParameters, useQuotes } from './hooks/useQuotes.ts'
export { type UseSentimentParameters, useSentiment } from './hooks/useSentiment.ts'
export { type UseSymbolSearchParameters, useSymbolSearch } from './hooks/useSymbolSearch.ts'
export { type UseTradesParameters, useTrades } from './hooks/useTrades.ts'
export type { IndicatorValues } from './indicator/indicator-track.ts'
export type { IndicatorResult } from './indicator/track-book.ts'
export {
  type AnalysisParameters,
  analysisProgressQueryOptions,
  analysisQueryOptions,
} from './query/analysis.ts'
export {
  type BarHistoryParameters,
  type BarsParameters,
  barHistoryQueryOptions,
  barsQueryOptions,
} from './query/bars.ts'
export { indicatorRegistryQueryOptions } from './query/indicator-registry.ts'
export { type MarketStatusParameters, marketStatusQueryOptions } from './query/market-status.ts'
export { type NewsParameters, newsQueryOptions } from './query/news.ts'
export { type OrderBookParameters, orderBookQueryOptions } from './query/order-book.ts'
export { type QuoteParameters, quoteQueryOptions } from './query/quotes.ts'
export { type SentimentParameters, sentimentQueryOptions } from './query/sentiment.ts'
export { type SymbolSearchParameters, symbolSearchQueryOptions } from './query/symbol-search.ts'
export { type TradesParameters, tradesQueryOptions } from './query/trades.ts'
export type { SilentSource } from './sentiment/ask-sources.ts'
export type { ReadSentimentOptions, ScoredNews, SentimentReading } from './sentiment/read-sentiment.ts'
export type { Connection } from './store/connection.ts'

export { adjustSeries } from './adjust.ts'
export type { Adjustment, Bar, Gap, Numeric, NumericMode, SeriesIssue } from './bar.ts'
export { type BarBuilder, type BarBuilderOptions, createBarBuilder } from './bar-builder.ts'
export {
  type BarColumns,
  BarSeries,
  type BarSeriesFacts,
  type Column,
  type VolumeColumn,
} from './bar-series.ts'
export type {
  AssetClass,
  FutureInstrument,
  Instrument,
  InstrumentInput,
  ListedInstrument,
  OptionInstrument,
  PairInstrument,
} from './instrument.ts'
export {
  crypto,
  equity,
  formatInstrument,
  fund,
  future,
  fx,
  index,
  option,
  perp,
} from './instrument-make.ts'
export { formatOptionSymbol, parseOptionSymbol } from './instrument-option-symbol.ts'
export { parseInstrument, type ReadInstrument, readInstrument } from './instrument-parse.ts'
export { listingSuffixes } from './instrument-suffix.ts'
export {
  type Interval,
  type IntervalUnit,
  isInterval,
  type ParsedInterval,
  parseInterval,
} from './interval.ts'
export type { BookLevel, OrderBook } from './order-book.ts'
export type { AuctionImbalance, ExtendedHoursPrice, MarketState, PriceBands, Quote } from './quote.ts'
export type {
  CalendarDay,
  CorporateAction,
  CorporateActions,
  Earnings,
  EarningsReport,
  FinancialPeriod,
  FinancialStatement,
  Financials,
  MarketCalendar,
  MarketStatus,
  NewsItem,
  OptionChain,
  OptionContract,
  Profile,
  SymbolMatch,
} from './reference-data.ts'
export type { Source } from './source.ts'
export { dateInZone, isTimeZone, offsetInZone, zonedToUtc } from './time-zone.ts'
export type { Trade } from './trade.ts'

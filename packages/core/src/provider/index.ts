export { cutColumns, emptyColumns } from './bar-columns.ts'
export { barEnd } from './bar-end.ts'
export { defineProvider } from './defineProvider.ts'
export { exactColumn, exactVolumeColumn } from './exact-column.ts'
export { digitsOf, parseExactJson } from './exact-json.ts'
export { type HttpRequest, HttpResponse } from './http-message.ts'
export { isForming } from './is-forming.ts'
export { joinBars } from './join-bars.ts'
export type { Limit } from './limit.ts'
export { limitTrades, reachesNow } from './limit-trades.ts'
export { type Loaded, loadOperation } from './load-operation.ts'
export { nanosecondsOf } from './nanoseconds.ts'
export { canonicalUrl } from './news/canonicalUrl.ts'
export { cleanText } from './news/cleanText.ts'
export { type RawNewsItem, toNewsItem } from './news/toNewsItem.ts'
export { barsOfNumberRows, type NumberFields, type NumberRows } from './number-row-bars.ts'
export type {
  Credential,
  CredentialFlow,
  Files,
  HttpOperation,
  Late,
  LocalContext,
  LocalOperation,
  Operation,
  ReadyOperation,
} from './operation.ts'
export type {
  OperationName,
  Operations,
  Provider,
  ProviderFacts,
  SymbolDialect,
  WatchCapability,
} from './provider.ts'
export type * from './query.ts'
export { type QuotesByClass, quotesByClass } from './quotes-by-class.ts'
export { rankMatches } from './rank-matches.ts'
export { readDecimal } from './read-decimal.ts'
export { roundDigits } from './round-digits.ts'
export { roundTrip } from './round-trip.ts'
export { barsOfRows, type RowPlaces } from './row-bars.ts'
export { createInstantClock, createRowClock } from './row-clock.ts'
export { sourceOf } from './source-of.ts'
export { stableId } from './stable-id.ts'
export { jsonOrUndefined, statusError } from './status.ts'
export type {
  CodecOutput,
  Frame,
  ProviderStream,
  SnapshotRequest,
  SocketLimits,
  SocketStream,
  StreamChannel,
  StreamCodec,
  StreamEvent,
  StreamTopic,
  TimerStream,
} from './stream.ts'
export { unknownQuote } from './unknown-quote.ts'
export { usSessionFilter } from './us-session.ts'
export { createWallClock } from './wall-clock.ts'
export { isJsonObject, type JsonObject, Wire } from './wire.ts'

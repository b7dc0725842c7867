export { createFakeAlpaca, type FakeAlpaca, type FakeAlpacaOptions } from './fake-alpaca.ts'
export {
  createFakeAlphaVantage,
  type FakeAlphaVantage,
  type FakeAlphaVantageOptions,
} from './fake-alpha-vantage.ts'
export { type FakeClock, fakeClock } from './fake-clock.ts'
export {
  createFakeMarket,
  type FakeBar,
  type FakeDividend,
  type FakeListing,
  type FakeMarket,
  type FakeSplit,
} from './fake-market.ts'
export { createFakeMassive, type FakeMassive, type FakeMassiveOptions } from './fake-massive.ts'
export type { BatchOrder } from './fake-messages-api/batches.ts'
export type { FakeMessagesRequest } from './fake-messages-api/check-request.ts'
export { createFakeMessagesApi, type FakeMessagesApi } from './fake-messages-api/fake-messages-api.ts'
export type { FakeModel } from './fake-messages-api/models.ts'
export type {
  FakeFailure,
  FakeMessage,
  FakeReply,
  FakeStopReason,
  FakeStreamFault,
  FakeUsage,
} from './fake-messages-api/reply.ts'
export type { FakeApiRequest, FakeMessagesApiOptions } from './fake-messages-api/respond.ts'
export { createFakeSecEdgar, type FakeSecEdgar } from './fake-sec-edgar.ts'
export { createFakeTiingo, type FakeTiingo, type FakeTiingoOptions } from './fake-tiingo.ts'
export {
  createFakeVenue,
  type FakeAnswer,
  type FakeRequest,
  type FakeRoute,
  type FakeVenue,
  type Fault,
} from './fake-venue.ts'
export { createFakeYahoo, type FakeYahoo, type FakeYahooOptions } from './fake-yahoo.ts'
export { type HostileNews, hostileNews } from './hostile-news.ts'
export { type LoadedProvider, loadProvider } from './load-provider.ts'
export { type Obedience, type ObedientModel, obedientModel, ordersIn } from './obedient-model.ts'
export { type RecordedAnswers, recordAnswers } from './record-answers.ts'
export type {
  HttpOperationName,
  SampleQuery,
} from './sample-query.ts'

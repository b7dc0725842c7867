export { describeIndicator } from './describe-indicator.ts'
export { describeProvider, type ProviderSuite } from './describe-provider.ts'
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
export {
  createFakeVenue,
  type FakeAnswer,
  type FakeRequest,
  type FakeRoute,
  type FakeVenue,
  type Fault,
} from './fake-venue.ts'
export { createFakeYahoo, type FakeYahoo, type FakeYahooOptions } from './fake-yahoo.ts'
export { type LoadedProvider, loadProvider } from './load-provider.ts'
export { type RecordedAnswers, recordAnswers } from './record-answers.ts'
export type {
  HttpOperationName,
  SampleQuery,
} from './sample-query.ts'

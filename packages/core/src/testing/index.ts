export { describeIndicator } from './describe-indicator.ts'
export { describeProvider, type ProviderSuite } from './describe-provider.ts'
export * from './fakes.ts'

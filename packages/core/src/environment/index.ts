export { keyedProviders, openProvider } from './openProvider.ts'
export { type ProviderName, providerNames } from './providerNames.ts'
export { readProviderVariables, type Variables } from './readProviderVariables.ts'

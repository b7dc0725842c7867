export { keyedProviders, openProvider } from './openProvider.ts'
export { type ProviderName, providerNames } from './providerNames.ts'
export { providerVariableNames, readProviderVariables, type Variables } from './readProviderVariables.ts'

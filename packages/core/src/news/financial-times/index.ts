export { type FinancialTimesOptions, financialTimes } from './financialTimes.ts'

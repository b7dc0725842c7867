export { type AlphaVantageOptions, alphaVantage } from './alpha-vantage.ts'

export { type YahooOptions, yahoo } from './yahoo.ts'

export { type AlpacaOptions, alpaca } from './alpaca.ts'
export type { AlpacaFeed, AlpacaOptionFeed } from './context.ts'

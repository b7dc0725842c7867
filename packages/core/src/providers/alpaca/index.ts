export { type AlpacaOptions, alpaca } from './alpaca.ts'

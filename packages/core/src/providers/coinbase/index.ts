export { type CoinbaseOptions, coinbase } from './coinbase.ts'

export { type BinanceOptions, binance } from './binance.ts'

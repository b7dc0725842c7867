export { type KrakenOptions, kraken } from './kraken.ts'

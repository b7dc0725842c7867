export { type TiingoOptions, tiingo } from './tiingo.ts'

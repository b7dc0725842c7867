export { iexCloud } from './iex-cloud.ts'

/** What a live feed loads when the first one is opened. */
export { startBars, startBook, startSymbols } from './start-feed.ts'

/** What a live feed loads when the first one is opened. */
export { engineOf } from '../engine.ts'
export { followBars } from './follow-bars.ts'
export { followers } from './follow-symbols.ts'

export type { SyntheticSymbol } from './listing.ts'
export { type SyntheticOptions, synthetic } from './synthetic.ts'

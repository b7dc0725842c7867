// biome-ignore-all assist/source/organizeImports: folders that resemble each other are neighbours, which packs 0.7 kB smaller.

export type { Column, IndicatorOptions, Named, NanPolicy } from './framework/column.ts'
export type { Profile } from './framework/profile.ts'
export type { StreamSnapshot } from './framework/snapshot.ts'
export type {
  CandleStream,
  CloseVolumeStream,
  HighLowCloseStream,
  HighLowCloseVolumeStream,
  HighLowStream,
  IndicatorStream,
  PairStream,
  Stream1,
} from './framework/stream.ts'

// Each folder's seam names what it gives; they meet here.
export * from './math-operators/index.ts'
export * from './price-transform/index.ts'
export * from './momentum/index.ts'
export * from './volatility/index.ts'
export * from './statistic/index.ts'
export * from './overlap/index.ts'
export * from './volume/index.ts'
export * from './cycle/index.ts'
export * from './pattern/index.ts'
export * from './math-transform/index.ts'

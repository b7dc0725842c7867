// biome-ignore-all assist/source/organizeImports: functions that resemble each other are neighbours, which packs 0.4 kB smaller.

export {
  createRenko,
  type RenkoOptions,
  type RenkoOutput,
  renko,
  renkoLookback,
} from './renko.ts'
export {
  createHeikinAshi,
  type HeikinAshiOptions,
  type HeikinAshiOutput,
  heikinAshi,
  heikinAshiLookback,
} from './heikin-ashi.ts'
export { createMedPrice, medPrice, medPriceLookback } from './med-price.ts'
export { avgPrice, avgPriceLookback, createAvgPrice } from './avg-price.ts'
export { createTypPrice, typPrice, typPriceLookback } from './typ-price.ts'
export { createWclPrice, wclPrice, wclPriceLookback } from './wcl-price.ts'
export { type AvgdevOptions, avgdev, avgdevLookback, createAvgdev } from './avgdev.ts'

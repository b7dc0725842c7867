// biome-ignore-all assist/source/organizeImports: functions that resemble each other are neighbours, which packs 0.4 kB smaller.

export {
  type ChoppinessOptions,
  choppiness,
  choppinessLookback,
  createChoppiness,
} from './choppiness.ts'
export {
  createSqueeze,
  type SqueezeOptions,
  type SqueezeOutput,
  squeeze,
  squeezeLookback,
} from './squeeze.ts'
export {
  createSqueezePro,
  type SqueezeProOptions,
  type SqueezeProOutput,
  squeezePro,
  squeezeProLookback,
} from './squeeze-pro.ts'
export {
  createMassIndex,
  type MassIndexOptions,
  massIndex,
  massIndexLookback,
} from './mass-index.ts'
export { createUlcer, type UlcerOptions, ulcer, ulcerLookback } from './ulcer.ts'
export { createTrange, trange, trangeLookback } from './trange.ts'
export { createNatr, type NatrOptions, natr, natrLookback } from './natr.ts'
export { type AtrOptions, atr, atrLookback, createAtr } from './atr.ts'

// biome-ignore-all assist/source/organizeImports: functions that resemble each other are neighbours, which packs 0.4 kB smaller.

export { createHtDcphase, type HtDcphaseOptions, htDcphase, htDcphaseLookback } from './ht-dcphase.ts'
export {
  createHtTrendmode,
  type HtTrendmodeOptions,
  htTrendmode,
  htTrendmodeLookback,
} from './ht-trendmode.ts'
export {
  createHtDcperiod,
  type HtDcperiodOptions,
  htDcperiod,
  htDcperiodLookback,
} from './ht-dcperiod.ts'
export {
  createHtPhasor,
  type HtPhasorOptions,
  type HtPhasorOutput,
  htPhasor,
  htPhasorLookback,
} from './ht-phasor.ts'
export {
  createHtSine,
  type HtSineOptions,
  type HtSineOutput,
  htSine,
  htSineLookback,
} from './ht-sine.ts'

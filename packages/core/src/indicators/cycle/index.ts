export {
  createHtDcperiod,
  type HtDcperiodOptions,
  htDcperiod,
  htDcperiodLookback,
} from './ht-dcperiod.ts'
export { createHtDcphase, type HtDcphaseOptions, htDcphase, htDcphaseLookback } from './ht-dcphase.ts'
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
export {
  createHtTrendmode,
  type HtTrendmodeOptions,
  htTrendmode,
  htTrendmodeLookback,
} from './ht-trendmode.ts'

// biome-ignore-all assist/source/organizeImports: functions that resemble each other are neighbours, which packs 0.4 kB smaller.

export { type CorrelOptions, correl, correlLookback, createCorrel } from './correl.ts'
export { type BetaOptions, beta, betaLookback, createBeta } from './beta.ts'
export { createDrawdown, type DrawdownOptions, drawdown, drawdownLookback } from './drawdown.ts'
export {
  createLinearregAngle,
  type LinearregAngleOptions,
  linearregAngle,
  linearregAngleLookback,
} from './linearreg-angle.ts'
export { createHurst, type HurstOptions, hurst, hurstLookback } from './hurst.ts'
export { createSharpe, type SharpeOptions, sharpe, sharpeLookback } from './sharpe.ts'
export { createEntropy, type EntropyOptions, entropy, entropyLookback } from './entropy.ts'
export {
  createLogReturn,
  type LogReturnOptions,
  logReturn,
  logReturnLookback,
} from './log-return.ts'
export {
  createPercentReturn,
  type PercentReturnOptions,
  percentReturn,
  percentReturnLookback,
} from './percent-return.ts'
export {
  createLinearregSlope,
  type LinearregSlopeOptions,
  linearregSlope,
  linearregSlopeLookback,
} from './linearreg-slope.ts'
export { createZscore, type ZscoreOptions, zscore, zscoreLookback } from './zscore.ts'
export { createSkew, type SkewOptions, skew, skewLookback } from './skew.ts'
export { createKurtosis, type KurtosisOptions, kurtosis, kurtosisLookback } from './kurtosis.ts'
export {
  createRollingCorrelation,
  type RollingCorrelationOptions,
  rollingCorrelation,
  rollingCorrelationLookback,
} from './rolling-correlation.ts'
export {
  createLinearregIntercept,
  type LinearregInterceptOptions,
  linearregIntercept,
  linearregInterceptLookback,
} from './linearreg-intercept.ts'
export {
  createRollingBeta,
  type RollingBetaOptions,
  rollingBeta,
  rollingBetaLookback,
} from './rolling-beta.ts'
export { createTsf, type TsfOptions, tsf, tsfLookback } from './tsf.ts'
export {
  createLinearreg,
  type LinearregOptions,
  linearreg,
  linearregLookback,
} from './linearreg.ts'
export { createStddev, type StddevOptions, stddev, stddevLookback } from './stddev.ts'
export { createVariance, type VarianceOptions, variance, varianceLookback } from './variance.ts'

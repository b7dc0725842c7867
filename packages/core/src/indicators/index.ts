export type { Column, IndicatorOptions, Named, NanPolicy } from './framework/column.ts'
export type { Profile } from './framework/profile.ts'
export type {
  CandleStream,
  CloseVolumeStream,
  HighLowCloseStream,
  HighLowCloseVolumeStream,
  HighLowStream,
  IndicatorStream,
  PairStream,
  Stream1,
  StreamSnapshot,
} from './framework/stream.ts'
export { add, addLookback, createAdd } from './math-operators/add.ts'
export { createDiv, div, divLookback } from './math-operators/div.ts'
export { createMax, type MaxOptions, max, maxLookback } from './math-operators/max.ts'
export {
  createMaxIndex,
  type MaxIndexOptions,
  maxIndex,
  maxIndexLookback,
} from './math-operators/max-index.ts'
export { createMin, type MinOptions, min, minLookback } from './math-operators/min.ts'
export {
  createMinIndex,
  type MinIndexOptions,
  minIndex,
  minIndexLookback,
} from './math-operators/min-index.ts'
export {
  createMinMax,
  type MinMaxOptions,
  type MinMaxOutput,
  minMax,
  minMaxLookback,
} from './math-operators/min-max.ts'
export {
  createMinMaxIndex,
  type MinMaxIndexOptions,
  type MinMaxIndexOutput,
  minMaxIndex,
  minMaxIndexLookback,
} from './math-operators/min-max-index.ts'
export { createMult, mult, multLookback } from './math-operators/mult.ts'
export { createSub, sub, subLookback } from './math-operators/sub.ts'
export { createSum, type SumOptions, sum, sumLookback } from './math-operators/sum.ts'
export { acos, acosLookback, createAcos } from './math-transform/acos.ts'
export { asin, asinLookback, createAsin } from './math-transform/asin.ts'
export { atan, atanLookback, createAtan } from './math-transform/atan.ts'
export { ceil, ceilLookback, createCeil } from './math-transform/ceil.ts'
export { cos, cosLookback, createCos } from './math-transform/cos.ts'
export { cosh, coshLookback, createCosh } from './math-transform/cosh.ts'
export { createExp, exp, expLookback } from './math-transform/exp.ts'
export { createFloor, floor, floorLookback } from './math-transform/floor.ts'
export { createLn, ln, lnLookback } from './math-transform/ln.ts'
export { createLog10, log10, log10Lookback } from './math-transform/log10.ts'
export { createSin, sin, sinLookback } from './math-transform/sin.ts'
export { createSinh, sinh, sinhLookback } from './math-transform/sinh.ts'
export { createSqrt, sqrt, sqrtLookback } from './math-transform/sqrt.ts'
export { createTan, tan, tanLookback } from './math-transform/tan.ts'
export { createTanh, tanh, tanhLookback } from './math-transform/tanh.ts'
export { createMacd, type MacdOptions, type MacdOutput, macd, macdLookback } from './momentum/macd.ts'
export { createRsi, type RsiOptions, rsi, rsiLookback } from './momentum/rsi.ts'
export { createStoch, type StochOptions, type StochOutput, stoch, stochLookback } from './momentum/stoch.ts'
export {
  type BandOutput,
  type BbandsOptions,
  bbands,
  bbandsLookback,
  createBbands,
} from './overlap/bbands.ts'
export { createEma, type EmaOptions, ema, emaLookback } from './overlap/ema.ts'
export { createMa, type MaOptions, ma, maLookback } from './overlap/ma.ts'
export { MaType } from './overlap/ma-type.ts'
export { createSma, type SmaOptions, sma, smaLookback } from './overlap/sma.ts'
export {
  createSupertrend,
  type SupertrendOptions,
  type SupertrendOutput,
  supertrend,
  supertrendLookback,
} from './overlap/supertrend.ts'
export { createWma, type WmaOptions, wma, wmaLookback } from './overlap/wma.ts'
export type { CandleOptions, CandleRange, CandleSetting, CandleSettingName } from './pattern/candle.ts'
export { cdlDoji, cdlDojiLookback, createCdlDoji } from './pattern/cdl-doji.ts'
export { cdlEngulfing, cdlEngulfingLookback, createCdlEngulfing } from './pattern/cdl-engulfing.ts'
export {
  type CdlMorningStarOptions,
  cdlMorningStar,
  cdlMorningStarLookback,
  createCdlMorningStar,
} from './pattern/cdl-morning-star.ts'
export { avgPrice, avgPriceLookback, createAvgPrice } from './price-transform/avg-price.ts'
export { type AvgdevOptions, avgdev, avgdevLookback, createAvgdev } from './price-transform/avgdev.ts'
export { createMedPrice, medPrice, medPriceLookback } from './price-transform/med-price.ts'
export { createTypPrice, typPrice, typPriceLookback } from './price-transform/typ-price.ts'
export { createWclPrice, wclPrice, wclPriceLookback } from './price-transform/wcl-price.ts'
export { type BetaOptions, beta, betaLookback, createBeta } from './statistic/beta.ts'
export { type CorrelOptions, correl, correlLookback, createCorrel } from './statistic/correl.ts'
export {
  createLinearreg,
  type LinearregOptions,
  linearreg,
  linearregLookback,
} from './statistic/linearreg.ts'
export {
  createLinearregAngle,
  type LinearregAngleOptions,
  linearregAngle,
  linearregAngleLookback,
} from './statistic/linearreg-angle.ts'
export {
  createLinearregIntercept,
  type LinearregInterceptOptions,
  linearregIntercept,
  linearregInterceptLookback,
} from './statistic/linearreg-intercept.ts'
export {
  createLinearregSlope,
  type LinearregSlopeOptions,
  linearregSlope,
  linearregSlopeLookback,
} from './statistic/linearreg-slope.ts'
export { createStddev, type StddevOptions, stddev, stddevLookback } from './statistic/stddev.ts'
export { createTsf, type TsfOptions, tsf, tsfLookback } from './statistic/tsf.ts'
export { createVariance, type VarianceOptions, variance, varianceLookback } from './statistic/variance.ts'
export { type AtrOptions, atr, atrLookback, createAtr } from './volatility/atr.ts'
export { createNatr, type NatrOptions, natr, natrLookback } from './volatility/natr.ts'
export { createTrange, trange, trangeLookback } from './volatility/trange.ts'
export { ad, adLookback, createAd } from './volume/ad.ts'
export { type AdoscOptions, adosc, adoscLookback, createAdosc } from './volume/adosc.ts'
export { createObv, obv, obvLookback } from './volume/obv.ts'

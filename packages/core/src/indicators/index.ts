export {
  createHtDcperiod,
  type HtDcperiodOptions,
  htDcperiod,
  htDcperiodLookback,
} from './cycle/ht-dcperiod.ts'
export { createHtDcphase, type HtDcphaseOptions, htDcphase, htDcphaseLookback } from './cycle/ht-dcphase.ts'
export {
  createHtPhasor,
  type HtPhasorOptions,
  type HtPhasorOutput,
  htPhasor,
  htPhasorLookback,
} from './cycle/ht-phasor.ts'
export {
  createHtSine,
  type HtSineOptions,
  type HtSineOutput,
  htSine,
  htSineLookback,
} from './cycle/ht-sine.ts'
export {
  createHtTrendmode,
  type HtTrendmodeOptions,
  htTrendmode,
  htTrendmodeLookback,
} from './cycle/ht-trendmode.ts'
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
export { type AdxOptions, adx, adxLookback, createAdx } from './momentum/adx.ts'
export { type AdxrOptions, adxr, adxrLookback, createAdxr } from './momentum/adxr.ts'
export { type ApoOptions, apo, apoLookback, createApo } from './momentum/apo.ts'
export { type AroonOptions, type AroonOutput, aroon, aroonLookback, createAroon } from './momentum/aroon.ts'
export { type AroonoscOptions, aroonosc, aroonoscLookback, createAroonosc } from './momentum/aroonosc.ts'
export { type BopOptions, bop, bopLookback, createBop } from './momentum/bop.ts'
export { type CciOptions, cci, cciLookback, createCci } from './momentum/cci.ts'
export { type CmoOptions, cmo, cmoLookback, createCmo } from './momentum/cmo.ts'
export { createDx, type DxOptions, dx, dxLookback } from './momentum/dx.ts'
export { createImi, type ImiOptions, imi, imiLookback } from './momentum/imi.ts'
export { createMacd, type MacdOptions, type MacdOutput, macd, macdLookback } from './momentum/macd.ts'
export { createMacdext, type MacdextOptions, macdext, macdextLookback } from './momentum/macdext.ts'
export { createMacdfix, type MacdfixOptions, macdfix, macdfixLookback } from './momentum/macdfix.ts'
export { createMfi, type MfiOptions, mfi, mfiLookback } from './momentum/mfi.ts'
export { createMinusDi, type MinusDiOptions, minusDi, minusDiLookback } from './momentum/minus-di.ts'
export { createMinusDm, type MinusDmOptions, minusDm, minusDmLookback } from './momentum/minus-dm.ts'
export { createMom, type MomOptions, mom, momLookback } from './momentum/mom.ts'
export { createPlusDi, type PlusDiOptions, plusDi, plusDiLookback } from './momentum/plus-di.ts'
export { createPlusDm, type PlusDmOptions, plusDm, plusDmLookback } from './momentum/plus-dm.ts'
export { createPpo, type PpoOptions, ppo, ppoLookback } from './momentum/ppo.ts'
export type { PriceOscillatorOptions } from './momentum/price-oscillator.ts'
export { createRoc, type RocOptions, roc, rocLookback } from './momentum/roc.ts'
export { createRocp, type RocpOptions, rocp, rocpLookback } from './momentum/rocp.ts'
export { createRocr, type RocrOptions, rocr, rocrLookback } from './momentum/rocr.ts'
export { createRocr100, type Rocr100Options, rocr100, rocr100Lookback } from './momentum/rocr100.ts'
export { createRsi, type RsiOptions, rsi, rsiLookback } from './momentum/rsi.ts'
export { createStoch, type StochOptions, type StochOutput, stoch, stochLookback } from './momentum/stoch.ts'
export {
  createStochf,
  type StochfOptions,
  type StochfOutput,
  stochf,
  stochfLookback,
} from './momentum/stochf.ts'
export {
  createStochrsi,
  type StochrsiOptions,
  type StochrsiOutput,
  stochrsi,
  stochrsiLookback,
} from './momentum/stochrsi.ts'
export { createTrix, type TrixOptions, trix, trixLookback } from './momentum/trix.ts'
export { createUltosc, type UltoscOptions, ultosc, ultoscLookback } from './momentum/ultosc.ts'
export { createWillr, type WillrOptions, willr, willrLookback } from './momentum/willr.ts'
export { type AccbandsOptions, accbands, accbandsLookback, createAccbands } from './overlap/accbands.ts'
export type { BandOutput } from './overlap/bands.ts'
export { type BbandsOptions, bbands, bbandsLookback, createBbands } from './overlap/bbands.ts'
export { createDema, type DemaOptions, dema, demaLookback } from './overlap/dema.ts'
export { createEma, type EmaOptions, ema, emaLookback } from './overlap/ema.ts'
export {
  createHtTrendline,
  type HtTrendlineOptions,
  htTrendline,
  htTrendlineLookback,
} from './overlap/ht-trendline.ts'
export { createKama, type KamaOptions, kama, kamaLookback } from './overlap/kama.ts'
export { createMa, type MaOptions, ma, maLookback } from './overlap/ma.ts'
export { MaType } from './overlap/ma-type.ts'
export { createMama, type MamaOptions, type MamaOutput, mama, mamaLookback } from './overlap/mama.ts'
export { createMavp, type MavpOptions, mavp, mavpLookback } from './overlap/mavp.ts'
export { createMidpoint, type MidpointOptions, midpoint, midpointLookback } from './overlap/midpoint.ts'
export { createMidprice, type MidpriceOptions, midprice, midpriceLookback } from './overlap/midprice.ts'
export { createSar, type SarOptions, sar, sarLookback } from './overlap/sar.ts'
export { createSarext, type SarextOptions, sarext, sarextLookback } from './overlap/sarext.ts'
export { createSma, type SmaOptions, sma, smaLookback } from './overlap/sma.ts'
export {
  createSupertrend,
  type SupertrendOptions,
  type SupertrendOutput,
  supertrend,
  supertrendLookback,
} from './overlap/supertrend.ts'
export { createT3, type T3Options, t3, t3Lookback } from './overlap/t3.ts'
export { createTema, type TemaOptions, tema, temaLookback } from './overlap/tema.ts'
export { createTrima, type TrimaOptions, trima, trimaLookback } from './overlap/trima.ts'
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

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
export {
  type AcceleratorOptions,
  accelerator,
  acceleratorLookback,
  createAccelerator,
} from './momentum/accelerator.ts'
export { type AdxOptions, adx, adxLookback, createAdx } from './momentum/adx.ts'
export { type AdxrOptions, adxr, adxrLookback, createAdxr } from './momentum/adxr.ts'
export { type ApoOptions, apo, apoLookback, createApo } from './momentum/apo.ts'
export { type AroonOptions, type AroonOutput, aroon, aroonLookback, createAroon } from './momentum/aroon.ts'
export { type AroonoscOptions, aroonosc, aroonoscLookback, createAroonosc } from './momentum/aroonosc.ts'
export { type AwesomeOptions, awesome, awesomeLookback, createAwesome } from './momentum/awesome.ts'
export { type BopOptions, bop, bopLookback, createBop } from './momentum/bop.ts'
export { type CciOptions, cci, cciLookback, createCci } from './momentum/cci.ts'
export { type CmoOptions, cmo, cmoLookback, createCmo } from './momentum/cmo.ts'
export {
  type ConnorsRsiOptions,
  connorsRsi,
  connorsRsiLookback,
  createConnorsRsi,
} from './momentum/connors-rsi.ts'
export { type CoppockOptions, coppock, coppockLookback, createCoppock } from './momentum/coppock.ts'
export { createDpo, type DpoOptions, dpo, dpoLookback } from './momentum/dpo.ts'
export { createDx, type DxOptions, dx, dxLookback } from './momentum/dx.ts'
export {
  createElderRay,
  type ElderRayOptions,
  type ElderRayOutput,
  elderRay,
  elderRayLookback,
} from './momentum/elder-ray.ts'
export {
  createFisher,
  type FisherOptions,
  type FisherOutput,
  fisher,
  fisherLookback,
} from './momentum/fisher.ts'
export { createImi, type ImiOptions, imi, imiLookback } from './momentum/imi.ts'
export { createKst, type KstOptions, type KstOutput, kst, kstLookback } from './momentum/kst.ts'
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
export { createQqe, type QqeOptions, type QqeOutput, qqe, qqeLookback } from './momentum/qqe.ts'
export { createRoc, type RocOptions, roc, rocLookback } from './momentum/roc.ts'
export { createRocp, type RocpOptions, rocp, rocpLookback } from './momentum/rocp.ts'
export { createRocr, type RocrOptions, rocr, rocrLookback } from './momentum/rocr.ts'
export { createRocr100, type Rocr100Options, rocr100, rocr100Lookback } from './momentum/rocr100.ts'
export { createRsi, type RsiOptions, rsi, rsiLookback } from './momentum/rsi.ts'
export { createSmi, type SmiOptions, type SmiOutput, smi, smiLookback } from './momentum/smi.ts'
export { createStc, type StcOptions, stc, stcLookback } from './momentum/stc.ts'
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
export { createTsi, type TsiOptions, type TsiOutput, tsi, tsiLookback } from './momentum/tsi.ts'
export { createUltosc, type UltoscOptions, ultosc, ultoscLookback } from './momentum/ultosc.ts'
export {
  createVortex,
  type VortexOptions,
  type VortexOutput,
  vortex,
  vortexLookback,
} from './momentum/vortex.ts'
export {
  createWaveTrend,
  type WaveTrendOptions,
  type WaveTrendOutput,
  waveTrend,
  waveTrendLookback,
} from './momentum/wave-trend.ts'
export { createWillr, type WillrOptions, willr, willrLookback } from './momentum/willr.ts'
export { type AccbandsOptions, accbands, accbandsLookback, createAccbands } from './overlap/accbands.ts'
export {
  type AlligatorOptions,
  type AlligatorOutput,
  alligator,
  alligatorLookback,
  createAlligator,
} from './overlap/alligator.ts'
export { type AlmaOptions, alma, almaLookback, createAlma } from './overlap/alma.ts'
export {
  type AnchoredVwapOptions,
  type AnchoredVwapOutput,
  anchoredVwap,
  anchoredVwapLookback,
  createAnchoredVwap,
} from './overlap/anchored-vwap.ts'
export {
  type AtrStopOptions,
  type AtrStopOutput,
  atrStop,
  atrStopLookback,
  createAtrStop,
} from './overlap/atr-stop.ts'
export type { BandOutput } from './overlap/bands.ts'
export { type BbandsOptions, bbands, bbandsLookback, createBbands } from './overlap/bbands.ts'
export {
  type ChandelierOptions,
  type ChandelierOutput,
  chandelier,
  chandelierLookback,
  createChandelier,
} from './overlap/chandelier.ts'
export { createDema, type DemaOptions, dema, demaLookback } from './overlap/dema.ts'
export {
  createDonchian,
  type DonchianOptions,
  type DonchianOutput,
  donchian,
  donchianLookback,
} from './overlap/donchian.ts'
export { createEma, type EmaOptions, ema, emaLookback } from './overlap/ema.ts'
export {
  createFractals,
  type FractalsOptions,
  type FractalsOutput,
  fractals,
  fractalsLookback,
} from './overlap/fractals.ts'
export { createHma, type HmaOptions, hma, hmaLookback } from './overlap/hma.ts'
export {
  createHtTrendline,
  type HtTrendlineOptions,
  htTrendline,
  htTrendlineLookback,
} from './overlap/ht-trendline.ts'
export {
  createIchimoku,
  type IchimokuOptions,
  type IchimokuOutput,
  ichimoku,
  ichimokuLookback,
} from './overlap/ichimoku.ts'
export { createJma, type JmaOptions, jma, jmaLookback } from './overlap/jma.ts'
export { createKama, type KamaOptions, kama, kamaLookback } from './overlap/kama.ts'
export {
  createKeltner,
  type KeltnerOptions,
  type KeltnerOutput,
  keltner,
  keltnerLookback,
} from './overlap/keltner.ts'
export { createMa, type MaOptions, ma, maLookback } from './overlap/ma.ts'
export { MaType } from './overlap/ma-type.ts'
export { createMama, type MamaOptions, type MamaOutput, mama, mamaLookback } from './overlap/mama.ts'
export { createMavp, type MavpOptions, mavp, mavpLookback } from './overlap/mavp.ts'
export { createMcginley, type McginleyOptions, mcginley, mcginleyLookback } from './overlap/mcginley.ts'
export { createMidpoint, type MidpointOptions, midpoint, midpointLookback } from './overlap/midpoint.ts'
export { createMidprice, type MidpriceOptions, midprice, midpriceLookback } from './overlap/midprice.ts'
export {
  createPivotsCamarilla,
  type PivotsCamarillaOptions,
  type PivotsCamarillaOutput,
  pivotsCamarilla,
  pivotsCamarillaLookback,
} from './overlap/pivots-camarilla.ts'
export {
  createPivotsClassic,
  type PivotsClassicOptions,
  type PivotsClassicOutput,
  pivotsClassic,
  pivotsClassicLookback,
} from './overlap/pivots-classic.ts'
export {
  createPivotsDeMark,
  type PivotsDeMarkOptions,
  type PivotsDeMarkOutput,
  pivotsDeMark,
  pivotsDeMarkLookback,
} from './overlap/pivots-de-mark.ts'
export {
  createPivotsFibonacci,
  type PivotsFibonacciOptions,
  type PivotsFibonacciOutput,
  pivotsFibonacci,
  pivotsFibonacciLookback,
} from './overlap/pivots-fibonacci.ts'
export {
  createPivotsWoodie,
  type PivotsWoodieOptions,
  type PivotsWoodieOutput,
  pivotsWoodie,
  pivotsWoodieLookback,
} from './overlap/pivots-woodie.ts'
export { createRma, type RmaOptions, rma, rmaLookback } from './overlap/rma.ts'
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
export { createVidya, type VidyaOptions, vidya, vidyaLookback } from './overlap/vidya.ts'
export { createVwap, type VwapOptions, type VwapOutput, vwap, vwapLookback } from './overlap/vwap.ts'
export { createVwma, type VwmaOptions, vwma, vwmaLookback } from './overlap/vwma.ts'
export { createWma, type WmaOptions, wma, wmaLookback } from './overlap/wma.ts'
export {
  createZigzag,
  type ZigzagOptions,
  type ZigzagOutput,
  zigzag,
  zigzagLookback,
} from './overlap/zigzag.ts'
export { createZlema, type ZlemaOptions, zlema, zlemaLookback } from './overlap/zlema.ts'
export {
  type CandleOptions,
  type CandleRange,
  type CandleSetting,
  type CandleSettingName,
  type CdlAbandonedBabyOptions,
  type CdlDarkCloudCoverOptions,
  type CdlEveningDojiStarOptions,
  type CdlEveningStarOptions,
  type CdlMatHoldOptions,
  type CdlMorningDojiStarOptions,
  type CdlMorningStarOptions,
  cdl2Crows,
  cdl2CrowsLookback,
  cdl3BlackCrows,
  cdl3BlackCrowsLookback,
  cdl3Inside,
  cdl3InsideLookback,
  cdl3LineStrike,
  cdl3LineStrikeLookback,
  cdl3Outside,
  cdl3OutsideLookback,
  cdl3StarsInSouth,
  cdl3StarsInSouthLookback,
  cdl3WhiteSoldiers,
  cdl3WhiteSoldiersLookback,
  cdlAbandonedBaby,
  cdlAbandonedBabyLookback,
  cdlAdvanceBlock,
  cdlAdvanceBlockLookback,
  cdlBeltHold,
  cdlBeltHoldLookback,
  cdlBreakaway,
  cdlBreakawayLookback,
  cdlClosingMarubozu,
  cdlClosingMarubozuLookback,
  cdlConcealBabysWall,
  cdlConcealBabysWallLookback,
  cdlCounterAttack,
  cdlCounterAttackLookback,
  cdlDarkCloudCover,
  cdlDarkCloudCoverLookback,
  cdlDoji,
  cdlDojiLookback,
  cdlDojiStar,
  cdlDojiStarLookback,
  cdlDragonflyDoji,
  cdlDragonflyDojiLookback,
  cdlEngulfing,
  cdlEngulfingLookback,
  cdlEveningDojiStar,
  cdlEveningDojiStarLookback,
  cdlEveningStar,
  cdlEveningStarLookback,
  cdlGapSideSideWhite,
  cdlGapSideSideWhiteLookback,
  cdlGravestoneDoji,
  cdlGravestoneDojiLookback,
  cdlHammer,
  cdlHammerLookback,
  cdlHangingMan,
  cdlHangingManLookback,
  cdlHarami,
  cdlHaramiCross,
  cdlHaramiCrossLookback,
  cdlHaramiLookback,
  cdlHighWave,
  cdlHighWaveLookback,
  cdlHikkake,
  cdlHikkakeLookback,
  cdlHikkakeMod,
  cdlHikkakeModLookback,
  cdlHomingPigeon,
  cdlHomingPigeonLookback,
  cdlIdentical3Crows,
  cdlIdentical3CrowsLookback,
  cdlInNeck,
  cdlInNeckLookback,
  cdlInvertedHammer,
  cdlInvertedHammerLookback,
  cdlKicking,
  cdlKickingByLength,
  cdlKickingByLengthLookback,
  cdlKickingLookback,
  cdlLadderBottom,
  cdlLadderBottomLookback,
  cdlLongLeggedDoji,
  cdlLongLeggedDojiLookback,
  cdlLongLine,
  cdlLongLineLookback,
  cdlMarubozu,
  cdlMarubozuLookback,
  cdlMatchingLow,
  cdlMatchingLowLookback,
  cdlMatHold,
  cdlMatHoldLookback,
  cdlMorningDojiStar,
  cdlMorningDojiStarLookback,
  cdlMorningStar,
  cdlMorningStarLookback,
  cdlOnNeck,
  cdlOnNeckLookback,
  cdlPiercing,
  cdlPiercingLookback,
  cdlRickshawMan,
  cdlRickshawManLookback,
  cdlRiseFall3Methods,
  cdlRiseFall3MethodsLookback,
  cdlSeparatingLines,
  cdlSeparatingLinesLookback,
  cdlShootingStar,
  cdlShootingStarLookback,
  cdlShortLine,
  cdlShortLineLookback,
  cdlSpinningTop,
  cdlSpinningTopLookback,
  cdlStalledPattern,
  cdlStalledPatternLookback,
  cdlStickSandwich,
  cdlStickSandwichLookback,
  cdlTakuri,
  cdlTakuriLookback,
  cdlTasukiGap,
  cdlTasukiGapLookback,
  cdlThrusting,
  cdlThrustingLookback,
  cdlTristar,
  cdlTristarLookback,
  cdlUnique3River,
  cdlUnique3RiverLookback,
  cdlUpsideGap2Crows,
  cdlUpsideGap2CrowsLookback,
  cdlXSideGap3Methods,
  cdlXSideGap3MethodsLookback,
  createCdl2Crows,
  createCdl3BlackCrows,
  createCdl3Inside,
  createCdl3LineStrike,
  createCdl3Outside,
  createCdl3StarsInSouth,
  createCdl3WhiteSoldiers,
  createCdlAbandonedBaby,
  createCdlAdvanceBlock,
  createCdlBeltHold,
  createCdlBreakaway,
  createCdlClosingMarubozu,
  createCdlConcealBabysWall,
  createCdlCounterAttack,
  createCdlDarkCloudCover,
  createCdlDoji,
  createCdlDojiStar,
  createCdlDragonflyDoji,
  createCdlEngulfing,
  createCdlEveningDojiStar,
  createCdlEveningStar,
  createCdlGapSideSideWhite,
  createCdlGravestoneDoji,
  createCdlHammer,
  createCdlHangingMan,
  createCdlHarami,
  createCdlHaramiCross,
  createCdlHighWave,
  createCdlHikkake,
  createCdlHikkakeMod,
  createCdlHomingPigeon,
  createCdlIdentical3Crows,
  createCdlInNeck,
  createCdlInvertedHammer,
  createCdlKicking,
  createCdlKickingByLength,
  createCdlLadderBottom,
  createCdlLongLeggedDoji,
  createCdlLongLine,
  createCdlMarubozu,
  createCdlMatchingLow,
  createCdlMatHold,
  createCdlMorningDojiStar,
  createCdlMorningStar,
  createCdlOnNeck,
  createCdlPiercing,
  createCdlRickshawMan,
  createCdlRiseFall3Methods,
  createCdlSeparatingLines,
  createCdlShootingStar,
  createCdlShortLine,
  createCdlSpinningTop,
  createCdlStalledPattern,
  createCdlStickSandwich,
  createCdlTakuri,
  createCdlTasukiGap,
  createCdlThrusting,
  createCdlTristar,
  createCdlUnique3River,
  createCdlUpsideGap2Crows,
  createCdlXSideGap3Methods,
} from './pattern/index.ts'
export { avgPrice, avgPriceLookback, createAvgPrice } from './price-transform/avg-price.ts'
export { type AvgdevOptions, avgdev, avgdevLookback, createAvgdev } from './price-transform/avgdev.ts'
export {
  createHeikinAshi,
  type HeikinAshiOptions,
  type HeikinAshiOutput,
  heikinAshi,
  heikinAshiLookback,
} from './price-transform/heikin-ashi.ts'
export { createMedPrice, medPrice, medPriceLookback } from './price-transform/med-price.ts'
export {
  createRenko,
  type RenkoOptions,
  type RenkoOutput,
  renko,
  renkoLookback,
} from './price-transform/renko.ts'
export { createTypPrice, typPrice, typPriceLookback } from './price-transform/typ-price.ts'
export { createWclPrice, wclPrice, wclPriceLookback } from './price-transform/wcl-price.ts'
export { type BetaOptions, beta, betaLookback, createBeta } from './statistic/beta.ts'
export { type CorrelOptions, correl, correlLookback, createCorrel } from './statistic/correl.ts'
export { createDrawdown, type DrawdownOptions, drawdown, drawdownLookback } from './statistic/drawdown.ts'
export { createEntropy, type EntropyOptions, entropy, entropyLookback } from './statistic/entropy.ts'
export { createHurst, type HurstOptions, hurst, hurstLookback } from './statistic/hurst.ts'
export { createKurtosis, type KurtosisOptions, kurtosis, kurtosisLookback } from './statistic/kurtosis.ts'
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
export {
  createLogReturn,
  type LogReturnOptions,
  logReturn,
  logReturnLookback,
} from './statistic/log-return.ts'
export {
  createPercentReturn,
  type PercentReturnOptions,
  percentReturn,
  percentReturnLookback,
} from './statistic/percent-return.ts'
export {
  createRollingBeta,
  type RollingBetaOptions,
  rollingBeta,
  rollingBetaLookback,
} from './statistic/rolling-beta.ts'
export {
  createRollingCorrelation,
  type RollingCorrelationOptions,
  rollingCorrelation,
  rollingCorrelationLookback,
} from './statistic/rolling-correlation.ts'
export { createSharpe, type SharpeOptions, sharpe, sharpeLookback } from './statistic/sharpe.ts'
export { createSkew, type SkewOptions, skew, skewLookback } from './statistic/skew.ts'
export { createStddev, type StddevOptions, stddev, stddevLookback } from './statistic/stddev.ts'
export { createTsf, type TsfOptions, tsf, tsfLookback } from './statistic/tsf.ts'
export { createVariance, type VarianceOptions, variance, varianceLookback } from './statistic/variance.ts'
export { createZscore, type ZscoreOptions, zscore, zscoreLookback } from './statistic/zscore.ts'
export { type AtrOptions, atr, atrLookback, createAtr } from './volatility/atr.ts'
export {
  type ChoppinessOptions,
  choppiness,
  choppinessLookback,
  createChoppiness,
} from './volatility/choppiness.ts'
export {
  createMassIndex,
  type MassIndexOptions,
  massIndex,
  massIndexLookback,
} from './volatility/mass-index.ts'
export { createNatr, type NatrOptions, natr, natrLookback } from './volatility/natr.ts'
export {
  createSqueeze,
  type SqueezeOptions,
  type SqueezeOutput,
  squeeze,
  squeezeLookback,
} from './volatility/squeeze.ts'
export {
  createSqueezePro,
  type SqueezeProOptions,
  type SqueezeProOutput,
  squeezePro,
  squeezeProLookback,
} from './volatility/squeeze-pro.ts'
export { createTrange, trange, trangeLookback } from './volatility/trange.ts'
export { createUlcer, type UlcerOptions, ulcer, ulcerLookback } from './volatility/ulcer.ts'
export { ad, adLookback, createAd } from './volume/ad.ts'
export { type AdoscOptions, adosc, adoscLookback, createAdosc } from './volume/adosc.ts'
export { type CmfOptions, cmf, cmfLookback, createCmf } from './volume/cmf.ts'
export { createEfi, type EfiOptions, efi, efiLookback } from './volume/efi.ts'
export { createEom, type EomOptions, eom, eomLookback } from './volume/eom.ts'
export { createKvo, type KvoOptions, type KvoOutput, kvo, kvoLookback } from './volume/kvo.ts'
export { createNvi, type NviOptions, nvi, nviLookback } from './volume/nvi.ts'
export { createObv, obv, obvLookback } from './volume/obv.ts'
export { createPvi, type PviOptions, pvi, pviLookback } from './volume/pvi.ts'
export { createPvo, type PvoOptions, type PvoOutput, pvo, pvoLookback } from './volume/pvo.ts'
export { createPvt, type PvtOptions, pvt, pvtLookback } from './volume/pvt.ts'
export {
  createVolumeProfile,
  type VolumeProfileOptions,
  type VolumeProfileOutput,
  volumeProfile,
  volumeProfileLookback,
} from './volume/volume-profile.ts'

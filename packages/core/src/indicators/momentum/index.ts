// biome-ignore-all assist/source/organizeImports: functions that resemble each other are neighbours, which packs 0.4 kB smaller.

export { type AroonOptions, type AroonOutput, aroon, aroonLookback, createAroon } from './aroon.ts'
export { type CciOptions, cci, cciLookback, createCci } from './cci.ts'
export { type BopOptions, bop, bopLookback, createBop } from './bop.ts'
export { type AdxrOptions, adxr, adxrLookback, createAdxr } from './adxr.ts'
export {
  createElderRay,
  type ElderRayOptions,
  type ElderRayOutput,
  elderRay,
  elderRayLookback,
} from './elder-ray.ts'
export { createMfi, type MfiOptions, mfi, mfiLookback } from './mfi.ts'
export {
  type AcceleratorOptions,
  accelerator,
  acceleratorLookback,
  createAccelerator,
} from './accelerator.ts'
export { createMacdext, type MacdextOptions, macdext, macdextLookback } from './macdext.ts'
export { createMacd, type MacdOptions, type MacdOutput, macd, macdLookback } from './macd.ts'
export { type AdxOptions, adx, adxLookback, createAdx } from './adx.ts'
export { createUltosc, type UltoscOptions, ultosc, ultoscLookback } from './ultosc.ts'
export { createImi, type ImiOptions, imi, imiLookback } from './imi.ts'
export {
  createVortex,
  type VortexOptions,
  type VortexOutput,
  vortex,
  vortexLookback,
} from './vortex.ts'
export {
  createFisher,
  type FisherOptions,
  type FisherOutput,
  fisher,
  fisherLookback,
} from './fisher.ts'
export { type CmoOptions, cmo, cmoLookback, createCmo } from './cmo.ts'
export { createRocp, type RocpOptions, rocp, rocpLookback } from './rocp.ts'
export { createMom, type MomOptions, mom, momLookback } from './mom.ts'
export { type AwesomeOptions, awesome, awesomeLookback, createAwesome } from './awesome.ts'
export { createRoc, type RocOptions, roc, rocLookback } from './roc.ts'
export { createRocr100, type Rocr100Options, rocr100, rocr100Lookback } from './rocr100.ts'
export { createMinusDi, type MinusDiOptions, minusDi, minusDiLookback } from './minus-di.ts'
export { createPlusDi, type PlusDiOptions, plusDi, plusDiLookback } from './plus-di.ts'
export { createDx, type DxOptions, dx, dxLookback } from './dx.ts'
export { createMacdfix, type MacdfixOptions, macdfix, macdfixLookback } from './macdfix.ts'
export { type AroonoscOptions, aroonosc, aroonoscLookback, createAroonosc } from './aroonosc.ts'
export { createTrix, type TrixOptions, trix, trixLookback } from './trix.ts'
export { createWillr, type WillrOptions, willr, willrLookback } from './willr.ts'
export { createDpo, type DpoOptions, dpo, dpoLookback } from './dpo.ts'
export { createRocr, type RocrOptions, rocr, rocrLookback } from './rocr.ts'
export { createPlusDm, type PlusDmOptions, plusDm, plusDmLookback } from './plus-dm.ts'
export { createMinusDm, type MinusDmOptions, minusDm, minusDmLookback } from './minus-dm.ts'
export { createRsi, type RsiOptions, rsi, rsiLookback } from './rsi.ts'
export { type CoppockOptions, coppock, coppockLookback, createCoppock } from './coppock.ts'
export { createTsi, type TsiOptions, type TsiOutput, tsi, tsiLookback } from './tsi.ts'
export { createKst, type KstOptions, type KstOutput, kst, kstLookback } from './kst.ts'
export {
  createWaveTrend,
  type WaveTrendOptions,
  type WaveTrendOutput,
  waveTrend,
  waveTrendLookback,
} from './wave-trend.ts'
export { createQqe, type QqeOptions, type QqeOutput, qqe, qqeLookback } from './qqe.ts'
export { createSmi, type SmiOptions, type SmiOutput, smi, smiLookback } from './smi.ts'
export { createStoch, type StochOptions, type StochOutput, stoch, stochLookback } from './stoch.ts'
export {
  createStochf,
  type StochfOptions,
  type StochfOutput,
  stochf,
  stochfLookback,
} from './stochf.ts'
export {
  type ConnorsRsiOptions,
  connorsRsi,
  connorsRsiLookback,
  createConnorsRsi,
} from './connors-rsi.ts'
export {
  createStochrsi,
  type StochrsiOptions,
  type StochrsiOutput,
  stochrsi,
  stochrsiLookback,
} from './stochrsi.ts'
export { createStc, type StcOptions, stc, stcLookback } from './stc.ts'
export { createPpo, type PpoOptions, ppo, ppoLookback } from './ppo.ts'
export { type ApoOptions, apo, apoLookback, createApo } from './apo.ts'
export type { PriceOscillatorOptions } from './price-oscillator.ts'

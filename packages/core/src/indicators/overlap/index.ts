// biome-ignore-all assist/source/organizeImports: functions that resemble each other are neighbours, which packs 0.4 kB smaller.

export { createTrima, type TrimaOptions, trima, trimaLookback } from './trima.ts'
export { createWma, type WmaOptions, wma, wmaLookback } from './wma.ts'
export { createMama, type MamaOptions, type MamaOutput, mama, mamaLookback } from './mama.ts'
export { createMidpoint, type MidpointOptions, midpoint, midpointLookback } from './midpoint.ts'
export { createSma, type SmaOptions, sma, smaLookback } from './sma.ts'
export { createRma, type RmaOptions, rma, rmaLookback } from './rma.ts'
export { createZlema, type ZlemaOptions, zlema, zlemaLookback } from './zlema.ts'
export {
  createHtTrendline,
  type HtTrendlineOptions,
  htTrendline,
  htTrendlineLookback,
} from './ht-trendline.ts'
export { createHma, type HmaOptions, hma, hmaLookback } from './hma.ts'
export { createDema, type DemaOptions, dema, demaLookback } from './dema.ts'
export { createVidya, type VidyaOptions, vidya, vidyaLookback } from './vidya.ts'
export { createEma, type EmaOptions, ema, emaLookback } from './ema.ts'
export {
  type AnchoredVwapOptions,
  type AnchoredVwapOutput,
  anchoredVwap,
  anchoredVwapLookback,
  createAnchoredVwap,
} from './anchored-vwap.ts'
export { type AccbandsOptions, accbands, accbandsLookback, createAccbands } from './accbands.ts'
export { createMavp, type MavpOptions, mavp, mavpLookback } from './mavp.ts'
export { type BbandsOptions, bbands, bbandsLookback, createBbands } from './bbands.ts'
export {
  createKeltner,
  type KeltnerOptions,
  type KeltnerOutput,
  keltner,
  keltnerLookback,
} from './keltner.ts'
export { MaType } from './ma-type.ts'
export {
  type AlligatorOptions,
  type AlligatorOutput,
  alligator,
  alligatorLookback,
  createAlligator,
} from './alligator.ts'
export { createKama, type KamaOptions, kama, kamaLookback } from './kama.ts'
export {
  createFractals,
  type FractalsOptions,
  type FractalsOutput,
  fractals,
  fractalsLookback,
} from './fractals.ts'
export { createTema, type TemaOptions, tema, temaLookback } from './tema.ts'
export {
  createIchimoku,
  type IchimokuOptions,
  type IchimokuOutput,
  ichimoku,
  ichimokuLookback,
} from './ichimoku.ts'
export { createMa, type MaOptions, ma, maLookback } from './ma.ts'
export {
  type ChandelierOptions,
  type ChandelierOutput,
  chandelier,
  chandelierLookback,
  createChandelier,
} from './chandelier.ts'
export {
  type AtrStopOptions,
  type AtrStopOutput,
  atrStop,
  atrStopLookback,
  createAtrStop,
} from './atr-stop.ts'
export {
  createSupertrend,
  type SupertrendOptions,
  type SupertrendOutput,
  supertrend,
  supertrendLookback,
} from './supertrend.ts'
export { createJma, type JmaOptions, jma, jmaLookback } from './jma.ts'
export { type AlmaOptions, alma, almaLookback, createAlma } from './alma.ts'
export { createVwap, type VwapOptions, type VwapOutput, vwap, vwapLookback } from './vwap.ts'
export {
  createZigzag,
  type ZigzagOptions,
  type ZigzagOutput,
  zigzag,
  zigzagLookback,
} from './zigzag.ts'
export {
  createPivotsWoodie,
  type PivotsWoodieOptions,
  type PivotsWoodieOutput,
  pivotsWoodie,
  pivotsWoodieLookback,
} from './pivots-woodie.ts'
export {
  createPivotsClassic,
  type PivotsClassicOptions,
  type PivotsClassicOutput,
  pivotsClassic,
  pivotsClassicLookback,
} from './pivots-classic.ts'
export {
  createPivotsFibonacci,
  type PivotsFibonacciOptions,
  type PivotsFibonacciOutput,
  pivotsFibonacci,
  pivotsFibonacciLookback,
} from './pivots-fibonacci.ts'
export {
  createPivotsDeMark,
  type PivotsDeMarkOptions,
  type PivotsDeMarkOutput,
  pivotsDeMark,
  pivotsDeMarkLookback,
} from './pivots-de-mark.ts'
export {
  createPivotsCamarilla,
  type PivotsCamarillaOptions,
  type PivotsCamarillaOutput,
  pivotsCamarilla,
  pivotsCamarillaLookback,
} from './pivots-camarilla.ts'
export {
  createDonchian,
  type DonchianOptions,
  type DonchianOutput,
  donchian,
  donchianLookback,
} from './donchian.ts'
export { createSar, type SarOptions, sar, sarLookback } from './sar.ts'
export { createSarext, type SarextOptions, sarext, sarextLookback } from './sarext.ts'
export { createT3, type T3Options, t3, t3Lookback } from './t3.ts'
export { createVwma, type VwmaOptions, vwma, vwmaLookback } from './vwma.ts'
export { createMcginley, type McginleyOptions, mcginley, mcginleyLookback } from './mcginley.ts'
export { createMidprice, type MidpriceOptions, midprice, midpriceLookback } from './midprice.ts'
export type { BandOutput } from './bands.ts'

export type { Column, IndicatorOptions, Named, NanPolicy } from './framework/column.ts'
export type { Profile } from './framework/profile.ts'
export type {
  CandleStream,
  HighLowCloseStream,
  HighLowStream,
  IndicatorStream,
  Stream1,
  StreamSnapshot,
} from './framework/stream.ts'
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
export { type AtrOptions, atr, atrLookback, createAtr } from './volatility/atr.ts'

export {
  type AppliedIndicator,
  type AppliedIndicators,
  applyIndicators,
  type IndicatorRequest,
} from './apply-indicators.ts'
export type {
  AnyStream,
  Indicator,
  IndicatorGroup,
  IndicatorOutput,
  IndicatorParam,
  IndicatorParams,
  InputName,
  PlotKind,
} from './entry.ts'
export { type AnyIndicatorName, type IndicatorName, indicators, type OutputName } from './indicators.ts'
export type { IndicatorSeries } from './look-up.ts'
export { type Screened, screen } from './screen.ts'

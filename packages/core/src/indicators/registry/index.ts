export {
  type AppliedIndicator,
  type AppliedIndicators,
  applyIndicators,
  type IndicatorRequest,
  type IndicatorRequests,
} from './apply-indicators.ts'
export type {
  AnyStream,
  Indicator,
  IndicatorGroup,
  IndicatorOutput,
  IndicatorParam,
  IndicatorParams,
  InputName,
  ParamsOf,
  PlotKind,
  StreamResult,
} from './entry.ts'
export {
  type AnyIndicatorName,
  type IndicatorByName,
  type IndicatorName,
  type IndicatorRegistry,
  indicators,
  type OutputName,
  type ParamsByName,
} from './indicators.ts'
export type { IndicatorSeries } from './look-up.ts'
export { type Screened, screen } from './screen.ts'

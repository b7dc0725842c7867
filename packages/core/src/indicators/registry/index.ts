export {
  type AppliedIndicator,
  applyIndicators,
  type IndicatorRequest,
  type IndicatorSeries,
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
export { indicators } from './indicators.ts'
export { type Screened, screen } from './screen.ts'

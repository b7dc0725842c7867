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

import type { Indicator, IndicatorParams } from '../../indicators/registry/index.ts'

/** An indicator with its whole-number parameters, as a metric's name, `SMA(50)`: prose may then say `50-day`. */
export function indicatorTitle(indicator: Indicator, params: IndicatorParams): string {
  const used = indicator.params
    .filter(({ integer }) => integer)
    .map((param) => params[param.name] ?? param.default)
  return used.length > 0 ? `${indicator.name}(${used.join(',')})` : indicator.name
}

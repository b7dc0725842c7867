import { indicators } from '@starkmatter/core/indicators/registry'
import type { Operand } from './condition.ts'

export type IndicatorOperand = Extract<Operand, { kind: 'indicator' }>

/** `SMA(200)`, `MACD(12, 26, 9) signal`: the parameters in the registry's order, absent ones as their defaults. */
export function indicatorLabel({ name, params = {}, output }: IndicatorOperand): string {
  const indicator = indicators.get(name)
  if (!indicator) return name
  const values = indicator.params.map((param) => params[param.name] ?? param.default)
  const title = values.length > 0 ? `${name}(${values.join(', ')})` : name
  return indicator.outputs.length > 1 ? `${title} ${output ?? indicator.outputs[0]?.name}` : title
}

/** What a value is called, for people. `price` is what the close of a bar that has not ended is. */
export function operandLabel(operand: Operand, isLive: boolean): string {
  if (operand.kind === 'level') return numberText(operand.value)
  if (operand.kind === 'indicator') return indicatorLabel(operand)
  return isLive && operand.field === 'close' ? 'price' : operand.field
}

/** Every digit that a double holds, in groups. */
export function numberText(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 12 }).replace('-', '−')
}

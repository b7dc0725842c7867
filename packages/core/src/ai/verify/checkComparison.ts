import type { Comparison, Slot } from '../claims/claim.ts'

type Bound = { slot: Slot; value: number; unit: string }

// Levels at which the field calls an oscillator stretched. Metrics are matched by the name before any parenthesis.
const stretched: Record<string, { overbought: number; oversold: number }> = {
  RSI: { overbought: 70, oversold: 30 },
  STOCH: { overbought: 80, oversold: 20 },
  STOCHF: { overbought: 80, oversold: 20 },
  STOCHRSI: { overbought: 80, oversold: 20 },
  MFI: { overbought: 80, oversold: 20 },
  WILLR: { overbought: -20, oversold: -80 },
  CCI: { overbought: 100, oversold: -100 },
  CMO: { overbought: 50, oversold: -50 },
}

/** What is wrong with a comparison, or `undefined` when the values bear it out. */
export function checkComparison(
  comparison: Comparison,
  bound: ReadonlyMap<string, Bound>,
): string | undefined {
  const { relation } = comparison
  const left = bound.get(comparison.left)
  if (!left) return `{${comparison.left}} has no value.`
  const right = comparison.right === null ? undefined : bound.get(comparison.right)
  if (comparison.right !== null && !right) return `{${comparison.right}} has no value.`

  if (relation === 'overbought' || relation === 'oversold') {
    const name = left.slot.metric.split(/[(.:]/)[0]?.toUpperCase() ?? ''
    const levels = stretched[name]
    if (!levels) return `"${relation}" is not defined for ${left.slot.metric}.`
    const holds = relation === 'overbought' ? left.value >= levels.overbought : left.value <= levels.oversold
    return holds
      ? undefined
      : `${left.slot.metric} is ${left.value}; "${relation}" starts at ${levels[relation]}.`
  }
  if (relation === 'rising' || relation === 'falling') {
    const change = right ? left.value - right.value : left.value
    if (right && right.unit !== left.unit)
      return `{${comparison.left}} and {${comparison.right}} have unlike units.`
    if (!right && !isChange(left)) return `"${relation}" needs a change, or a second slot to compare with.`
    return relation === 'rising'
      ? change > 0
        ? undefined
        : `it is ${change}`
      : change < 0
        ? undefined
        : `it is ${change}`
  }
  if (!right) return `"${relation}" needs a second slot.`
  if (right.unit !== left.unit) return `{${comparison.left}} and {${comparison.right}} have unlike units.`
  if (relation === 'highest' || relation === 'lowest') {
    const wanted = relation === 'highest' ? 'max' : 'min'
    if (right.slot.op !== wanted) return `"${relation}" is compared with a slot whose op is "${wanted}".`
    if (right.slot.metric !== left.slot.metric || right.slot.subject !== left.slot.subject) {
      return `"${relation}" compares a metric with its own range.`
    }
    return left.value === right.value ? undefined : `${left.value} is not the ${relation}, ${right.value} is.`
  }
  const holds =
    relation === 'above'
      ? left.value > right.value
      : relation === 'below'
        ? left.value < right.value
        : left.value === right.value
  return holds ? undefined : `${left.value} is not ${relation} ${right.value}.`
}

/** Whether the sign of the value tells a direction: a difference, or a metric that is a change by its unit. */
function isChange({ slot, unit }: Bound): boolean {
  return (
    slot.op === 'diff' ||
    slot.op === 'pctDiff' ||
    unit === '%' ||
    unit === 'pp' ||
    /change|return|growth|surprise|hist|momentum|score|sentiment/i.test(slot.metric)
  )
}

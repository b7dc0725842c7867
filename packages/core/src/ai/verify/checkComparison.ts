import type { Comparison, Slot } from '../claims/claim.ts'

/** A slot with its value. */
export type Bound = { slot: Slot; value: number; unit: string }

// Levels at which the field calls an oscillator stretched. Metrics are matched by the name before any parenthesis.
const stretched: readonly (readonly [name: RegExp, overbought: number, oversold: number])[] = [
  [/^RSI\b/i, 70, 30],
  [/^(?:STOCH(?:F|RSI)?|MFI)\b/i, 80, 20],
  [/^WILLR\b/i, -20, -80],
  [/^CCI\b/i, 100, -100],
  [/^CMO\b/i, 50, -50],
]

const signs = /^(?:positive|negative|loss|deficit)/i

/**
 * What is wrong with a comparison, or `undefined` when the values bear it out.
 *
 * @param word - What the sentence says for it: some words speak of a change, some of a sign.
 */
export function checkComparison(
  comparison: Comparison,
  word: string,
  bound: ReadonlyMap<string, Bound>,
): string | undefined {
  const { relation } = comparison
  const left = bound.get(comparison.left)
  const right = comparison.right === null ? undefined : bound.get(comparison.right)
  if (!left) return `{${comparison.left}} has no value.`
  if (comparison.right !== null && !right) return `{${comparison.right}} has no value.`
  const { value, unit, slot } = left

  if (relation === 'overbought' || relation === 'oversold') {
    const [, high, low] = stretched.find(([name]) => name.test(slot.metric)) ?? []
    if (high === undefined || low === undefined) return `"${relation}" is not defined for ${slot.metric}.`
    const isHigh = relation === 'overbought'
    return (isHigh ? value >= high : value <= low)
      ? undefined
      : `${slot.metric} is ${value}; "${relation}" starts at ${isHigh ? high : low}.`
  }
  if (right && right.unit !== unit) return `{${comparison.left}} and {${comparison.right}} have unlike units.`
  if (relation === 'rising' || relation === 'falling') {
    if (!right && !signs.test(word) && !isChange(slot)) return `"${relation}" needs a change or a right slot.`
    const change = right ? value - right.value : value
    return (relation === 'rising' ? change > 0 : change < 0) ? undefined : `It is ${change}.`
  }
  if (!right) return `"${relation}" needs a right slot.`
  if (relation === 'highest' || relation === 'lowest') {
    const wanted = relation === 'highest' ? 'max' : 'min'
    if (right.slot.op !== wanted || right.slot.metric !== slot.metric || right.slot.subject !== slot.subject)
      return `"${relation}" needs a right slot of the same metric whose op is "${wanted}".`
  }
  const holds =
    relation === 'above'
      ? value > right.value
      : relation === 'below'
        ? value < right.value
        : value === right.value
  return holds ? undefined : `${value} is not ${relation} ${right.value}.`
}

/** Whether the value is a change of something: a difference, or a metric that is one by its name. */
function isChange({ op, metric }: Slot): boolean {
  return /diff/i.test(op) || /change|return|growth|surprise|momentum|^(?:roc|mom)/i.test(metric)
}

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
 * What is wrong with a comparison, in short, or `undefined` when the values bear it out.
 *
 * @param word - What the sentence says for it: some words speak of a change, some of a sign.
 */
export function checkComparison(
  { left: leftName, relation, right: rightName }: Comparison,
  word: string,
  bound: ReadonlyMap<string, Bound>,
): string | undefined {
  const left = bound.get(leftName)
  const right = bound.get(rightName ?? '')
  const wrong = `{${leftName}} ${relation}${rightName === null ? '' : ` {${rightName}}`}`
  if (!left || (rightName !== null && !right)) return wrong
  const { value, unit, slot } = left

  if (relation === 'overbought' || relation === 'oversold') {
    const [, high = Number.NaN, low = Number.NaN] = stretched.find(([name]) => name.test(slot.metric)) ?? []
    const isHigh = relation === 'overbought'
    return (isHigh ? value >= high : value <= low) ? undefined : `${wrong} ${isHigh ? high : low}`
  }
  if (right && right.unit !== unit) return `${wrong} ${unit} ${right.unit}`
  if (relation === 'rising' || relation === 'falling') {
    if (!right && !signs.test(word) && !isChange(slot)) return wrong
    const change = right ? value - right.value : value
    return (relation === 'rising' ? change > 0 : change < 0) ? undefined : wrong
  }
  if (!right) return wrong
  if (relation === 'highest' || relation === 'lowest') {
    const wanted = relation === 'highest' ? 'max' : 'min'
    if (right.slot.op !== wanted || right.slot.metric !== slot.metric || right.slot.subject !== slot.subject)
      return `${wrong} ${wanted}`
  }
  const holds =
    relation === 'above'
      ? value > right.value
      : relation === 'below'
        ? value < right.value
        : value === right.value
  return holds ? undefined : wrong
}

/** Whether the value is a change of something: a difference, or a metric that is one by its name. */
function isChange({ op, metric }: Slot): boolean {
  return /diff/i.test(op) || /change|return|growth|surprise|momentum|^(?:roc|mom)/i.test(metric)
}

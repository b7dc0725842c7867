import type { Comparison, Slot } from '../claims/claim.ts'

/** A slot with its value. */
export type Bound = { slot: Slot; value: number; unit: string }

// Levels at which the field calls an oscillator stretched, by the name before any parenthesis, and all kinds of STOCH by that.
const stretched: Readonly<Record<string, readonly [overbought: number, oversold: number]>> = {
  RSI: [70, 30],
  STOCH: [80, 20],
  MFI: [80, 20],
  WILLR: [-20, -80],
  CCI: [100, -100],
}

const signs = /^(?:positive|negative|loss|deficit)/

/**
 * Whether the values bear a comparison out.
 *
 * @param word - What the sentence says for it: some words speak of a change, some of a sign.
 */
export function holds(
  { left: leftName, relation, right: rightName }: Comparison,
  word: string,
  bound: ReadonlyMap<string, Bound>,
): boolean {
  const left = bound.get(leftName)
  const right = bound.get(rightName ?? '')
  if (!left || (rightName !== null && !right)) return false
  const { value, unit, slot } = left
  if (/^over/.test(relation)) {
    const [high = Infinity, low = -Infinity] =
      stretched[slot.metric.toUpperCase().replace(/(?<=^STOCH).*|\W.*/, '')] ?? []
    return relation === 'overbought' ? value >= high : value <= low
  }
  if (right && right.unit !== unit) return false
  if (!right && !(/ing$/.test(relation) && (signs.test(word) || isChange(slot)))) return false
  const other = right?.slot
  const isExtreme = other?.op === (relation === 'highest' ? 'max' : 'min')
  if (
    /est$/.test(relation) &&
    !(isExtreme && other?.metric === slot.metric && other.subject === slot.subject)
  )
    return false
  const difference = value - (right?.value ?? 0)
  return Math.sign(difference) === Number(/^(?:ab|ri)/.test(relation)) - Number(/^(?:be|fa)/.test(relation))
}

/** Whether the value is a change of something: a difference, or a metric that is one by its name. */
function isChange({ op, metric }: Slot): boolean {
  return /diff|change|return|growth|gain|loss|surprise|mom|\broc/i.test(`${op} ${metric}`)
}

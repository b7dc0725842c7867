import { BadRequestError } from '@starkmatter/core'
import { indicators } from '@starkmatter/core/indicators/registry'
import { type Condition, leavesOf } from './condition.ts'
import type { IndicatorOperand } from './operand.ts'

/** Most bars that an indicator may need before its first value: as many are fetched to warm it up. */
export const longestLookback = 2_000

/**
 * Checks what the shape of a condition does not say: that its indicators exist, have the named outputs, take the
 * parameters, and never change a value that was told.
 *
 * @throws {BadRequestError} naming the indicator, and what to do
 */
export function checkCondition(condition: Condition): void {
  for (const leaf of leavesOf(condition)) {
    if (leaf.type !== 'compare') continue
    const { left, right } = leaf
    if (left.kind === 'level' && right.kind === 'level')
      throw refusal('Both sides are numbers, so nothing can ever change. Compare a price or an indicator.')
    if (JSON.stringify(left) === JSON.stringify(right))
      throw refusal('Both sides are the same value. Compare two that differ.')
    for (const operand of [left, right]) if (operand.kind === 'indicator') checkIndicator(operand)
  }
}

function checkIndicator({ name, params = {}, output }: IndicatorOperand): void {
  const indicator = indicators.get(name)
  if (!indicator)
    throw refusal(
      `There is no indicator ${JSON.stringify(name)}. Names are like RSI, SMA or MACD, in capitals.`,
    )
  if (output !== undefined && !indicator.outputs.some((one) => one.name === output)) {
    const known = indicator.outputs.map((one) => one.name).join(', ')
    throw refusal(`${name} has no output ${JSON.stringify(output)}. It has: ${known}.`)
  }
  if (!indicator.causal || indicator.repaints)
    throw refusal(
      `${name} changes values that it gave before, so an alert on it would be taken back. Use another indicator.`,
    )
  if (indicator.inputs.includes('periods'))
    throw refusal(
      `${name} needs a period for every bar, which an alert does not have. Use an average with one period.`,
    )
  const lookback = indicator.lookback(params)
  if (lookback > longestLookback)
    throw refusal(
      `${name} needs ${lookback} bars before its first value; at most ${longestLookback} can be had. Use shorter periods.`,
    )
}

function refusal(message: string): BadRequestError {
  return new BadRequestError(message, { parameter: 'condition' })
}

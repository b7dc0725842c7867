import type { Token } from '../text/token.ts'
import { type Reading, record, tokenAt } from './reading.ts'

const reach = 9

/** "Operating profit was EUR 5.7 mn compared to EUR 2.4 mn": two amounts of one unit and no verb that says which way. */
export function readComparison(reading: Reading, index: number): void {
  const { metric, quantity } = reading
  if (metric < 0 || quantity < 0 || tokenAt(reading, metric).explained) return
  let profitability = 0
  for (let next = index + 1; next <= index + reach; next++) {
    const token = tokenAt(reading, next)
    if (token.kind === 'stop' && token.text !== '-') return
    const name = token.entry.metricName
    if (name === 'loss') profitability = -1
    else if (name === 'earnings') profitability = 1
    if (token.kind === 'quantity' && compare(reading, next, profitability)) {
      if (profitability !== 0) coverMetrics(reading, index, next)
      return
    }
  }
}

/** Nordic and German reports put last year's figure in brackets: "EUR 11.4 mn (EUR 7.5 mn)". */
export function readParenthesis(reading: Reading, index: number): void {
  const { metric, quantity } = reading
  if (metric < 0 || quantity !== index - 1 || tokenAt(reading, metric).explained) return
  const next = index + 1
  if (tokenAt(reading, next).kind !== 'quantity' || tokenAt(reading, next).unit === '') return
  compare(reading, next, 0)
}

/** `profitability` is the sign that the earlier figure states for itself: "compared to a loss of". */
function compare(reading: Reading, earlier: number, profitability: number): boolean {
  const then = tokenAt(reading, earlier)
  const now = tokenAt(reading, reading.quantity)
  const metric = tokenAt(reading, reading.metric)
  const { entry } = metric
  if (entry.metric === 0 || !sameUnit(now, then)) return false
  const isLoss = entry.metricName === 'loss'
  const nowValue = signed(now, isLoss ? -1 : 1)
  const thenValue = signed(then, profitability !== 0 ? profitability : isLoss ? -1 : 1)
  if (nowValue === thenValue) return false
  const good = isLoss || entry.metric > 0 ? 1 : -1
  metric.explained = true
  const weight = Math.sign(nowValue - thenValue) * good * Math.min(1, Math.abs(entry.metric))
  record(reading, earlier, 'comparison', weight, reading.quantity)
  return true
}

function signed(token: Token, sign: number): number {
  return token.value * (token.sign < 0 ? -1 : sign)
}

function sameUnit(left: Token, right: Token): boolean {
  if (isYearLike(right)) return false
  // A small bare number may be a date.
  if (left.unit === '' && right.unit === '' && (left.value <= 31 || right.value <= 31)) return false
  return (
    left.unit === right.unit ||
    ((left.unit === '' || right.unit === '') && left.unit !== '%' && right.unit !== '%')
  )
}

function isYearLike(token: Token): boolean {
  return token.unit === '' && token.value >= 1900 && token.value <= 2100
}

/** "A loss of 2.2 mn" inside the comparison is part of it, not news of its own. */
function coverMetrics(reading: Reading, from: number, to: number): void {
  for (let index = from; index <= to; index++) tokenAt(reading, index).explained = true
}

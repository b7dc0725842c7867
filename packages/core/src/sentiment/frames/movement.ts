import type { Token } from '../text/token.ts'
import { type Reading, record } from './reading.ts'

const prepositions = new Set(['in', 'of', 'for'])
const barriers = new Set([
  'to',
  'by',
  'at',
  'on',
  'and',
  'with',
  'or',
  'is',
  'was',
  'were',
  'are',
  'has',
  'that',
])
const copulas = new Set([
  'is',
  'was',
  'were',
  'are',
  'be',
  'been',
  'being',
  'traded',
  'trading',
  'trades',
  'closed',
  'ended',
  'opened',
  'finished',
  'went',
  'go',
  'sharply',
  'remain',
  'remained',
  'much',
])
const endings = new Set([
  'ends',
  'ended',
  'halts',
  'halted',
  'stops',
  'stopped',
  'stalls',
  'fizzles',
  'snapped',
  'snaps',
])
const levels = 0.6

/** Direction times metric: what rises and whether that is good. */
export function readMovement(reading: Reading, index: number, amount: number): void {
  const entry = reading.tokens[index]?.entry
  if (!entry) return
  const level = Math.abs(amount) === levels
  if (reading.used[index] === 1) return
  if (readCrossing(reading, index)) return
  if (entry.transitive && readAnalystMove(reading, index, amount)) return
  if (endings.has(reading.tokens[index + 1]?.text ?? '')) amount *= -0.7
  let metric = objectOf(reading, index, level ? 2 : entry.transitive ? 5 : 3)
  if (metric < 0 && reading.metric >= 0 && (!level || index - reading.metric <= 4)) metric = reading.metric
  if (metric >= 0) {
    const moved = reading.tokens[metric]?.entry
    if (!moved) return
    reading.used[metric] = 1
    const sign = entry.evaluative ? 1 : Math.sign(moved.metric)
    const size = Math.abs(moved.metric)
    record(reading, index, `movement.${moved.metricName}`, amount * sign * size, index, near(index, metric))
    return
  }
  if (level) return
  reading.unboundDirection = Math.sign(amount)
  if (
    hasQuantityAfter(reading, index, entry.transitive) ||
    (!entry.transitive && followsName(reading, index))
  ) {
    record(reading, index, 'movement.subject', amount * 0.8)
  } else {
    record(reading, index, 'movement.unbound', amount * (reading.post ? 0.55 : 0.35))
  }
}

/** "Barclays cuts $SBUX": what an analyst raises or cuts is a rating. */
function readAnalystMove(reading: Reading, index: number, amount: number): boolean {
  const next = reading.tokens[index + 1]
  if (next?.kind !== 'cashtag') return false
  record(
    reading,
    index,
    amount > 0 ? 'analyst.upgrade' : 'analyst.downgrade',
    amount * 0.8,
    index,
    index,
    true,
  )
  return true
}

/** "Up" and "down" are movements beside a quantity or after what moves, not in "up to" or "set up". */
export function readParticle(reading: Reading, index: number): void {
  const previous = reading.tokens[index - 1]
  const next = reading.tokens[index + 1]
  const amount = reading.tokens[index]?.text === 'up' ? 1 : -1
  const quantified =
    next?.kind === 'quantity' || previous?.kind === 'quantity' || next?.entry?.modifier === 'baseline'
  const moving = previous?.entry?.modifier === 'motion'
  const predicate =
    moving ||
    (previous !== undefined &&
      (copulas.has(previous.text) || previous.kind === 'cashtag' || previous.kind === 'name'))
  const adjacent = previous?.entry !== undefined && previous.entry.metric !== 0
  if (next?.text === 'to' && !adjacent && previous?.kind !== 'quantity') return
  if (!quantified && !predicate && !adjacent) return
  if (readCrossing(reading, index)) return
  if (reading.metric >= 0) {
    const moved = reading.tokens[reading.metric]?.entry
    if (!moved) return
    reading.used[reading.metric] = 1
    record(
      reading,
      index,
      `movement.${moved.metricName}`,
      amount * moved.metric,
      index,
      near(index, reading.metric),
    )
  } else {
    record(reading, index, 'movement.subject', amount * 0.8)
  }
}

/** "A loss of 1.2 mn, down from a profit of 2.1 mn": when the sign changes, the size does not matter. */
function readCrossing(reading: Reading, index: number): boolean {
  const now = reading.tokens[reading.metric]?.entry?.metricName
  if (now !== 'loss' && now !== 'earnings') return false
  let baseline = false
  for (let next = index + 1; next <= index + 9; next++) {
    const token = reading.tokens[next]
    if (!token || token.kind === 'stop') return false
    if (token.entry?.modifier === 'baseline') baseline = true
    const then = token.entry?.metricName
    if (!baseline || (then !== 'loss' && then !== 'earnings')) continue
    if (then === now) return false
    reading.used[reading.metric] = 1
    reading.used[next] = 1
    record(reading, index, 'swing', now === 'loss' ? -1 : 1, index, next)
    return true
  }
  return false
}

/** "$TSLA +5 %". */
export function readSignedPercent(reading: Reading, index: number): void {
  const sign = reading.tokens[index]?.sign ?? 0
  const moved = reading.metric >= 0 ? reading.tokens[reading.metric]?.entry : undefined
  if (moved && reading.used[reading.metric] === 1) return
  if (moved) reading.used[reading.metric] = 1
  record(reading, index, 'movement.signed', sign * (moved ? moved.metric : 0.8))
}

/** The metric that a direction takes: "cut costs", "higher sales", "an increase of 5 % in net sales". */
function objectOf(reading: Reading, index: number, reach: number): number {
  let limit = index + reach
  for (let next = index + 1; next <= limit; next++) {
    const token = reading.tokens[next]
    if (!token || token.kind === 'stop' || token.kind === 'comma' || token.kind === 'open') return -1
    const entry = token.entry
    if (entry && entry.metric !== 0) return lastOfCompound(reading, next)
    if (barriers.has(token.text)) return -1
    if (entry && (entry.direction !== 0 || isBoundary(entry.modifier))) return -1
    if (prepositions.has(token.text)) limit = Math.max(limit, Math.min(next + 4, index + 8))
  }
  return -1
}

/** In "order book value" or "loan losses" the last noun decides. */
function lastOfCompound(reading: Reading, metric: number): number {
  const next = reading.tokens[metric + 1]
  return next?.entry && next.entry.metric !== 0 ? metric + 1 : metric
}

function isBoundary(modifier: string): boolean {
  return (
    modifier === 'break' || modifier === 'subordinate' || modifier === 'concession' || modifier === 'baseline'
  )
}

function hasQuantityAfter(reading: Reading, index: number, percentOnly: boolean): boolean {
  for (let next = index + 1; next <= index + 4; next++) {
    const token = reading.tokens[next]
    if (!token || token.kind === 'stop') return false
    if (token.kind === 'quantity')
      return token.unit === '%' || (!percentOnly && (token.unit !== '' || token.value < 1900))
  }
  return false
}

/** The word before is a name: "Tesla jumps". */
function followsName(reading: Reading, index: number): boolean {
  const previous: Token | undefined = reading.tokens[index - 1]
  const token = reading.tokens[index]
  if (!previous || !token) return false
  return (
    previous.kind === 'cashtag' ||
    previous.kind === 'name' ||
    (previous.capital && !token.capital && previous.entry === undefined)
  )
}

/** Evidence spans reach from the movement to its metric when they stand close, so that a highlight stays readable. */
function near(index: number, metric: number): number {
  return Math.abs(index - metric) <= 6 ? metric : index
}

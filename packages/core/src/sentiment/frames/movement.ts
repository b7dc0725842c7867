import { nothing } from '../lexicon/entry.ts'
import { readCrossing } from './crossing.ts'
import { isEnding, stopsTrouble } from './ending.ts'
import { type Reading, record, seek, tokenAt } from './reading.ts'

const prepositions = new Set(['in', 'of', 'for'])
const barriers = /* @__PURE__ */ new Set('to by at on and with or than is was were are has that'.split(' '))
const prospects = /* @__PURE__ */ new Set('cut hike slowdown downturn contraction recovery'.split(' '))

/** Direction times metric: what rises and whether that is good. */
export function readMovement(reading: Reading, index: number, direction: number): void {
  const token = tokenAt(reading, index)
  const { entry } = token
  if (token.explained || readCrossing(reading, index)) return
  if (isEnding(token) && stopsTrouble(reading, index)) return
  // "Rate cut hopes": nothing is cut.
  if (prospects.has(token.text)) {
    const { metricName } = tokenAt(reading, index + 1).entry
    if (metricName === 'mood' || metricName === 'trouble') return
  }
  // "The rally ends", "fell less than feared".
  const turned = isEnding(tokenAt(reading, index + 1)) || readsLessThanExpected(reading, index)
  const amount = turned ? direction * -0.7 : direction
  if (entry.transitive && tokenAt(reading, index + 1).kind === 'cashtag') {
    // "Barclays cuts $SBUX": what an analyst raises or cuts is a rating.
    record(reading, index, amount > 0 ? 'analyst.upgrade' : 'analyst.downgrade', amount * 0.8, index, true)
    return
  }
  const object = objectOf(reading, index, entry.level ? 2 : entry.transitive ? 5 : 3)
  // "Cost cuts helped margins": a compound, unlike "costs cut margins".
  const { text, entry: before } = tokenAt(reading, index - 1)
  const compound = before.metric < 0 && !text.endsWith('s')
  const metric = object < 0 || compound ? subjectOf(reading, index, entry.level) : object
  if (move(reading, index, metric, amount, entry.evaluative)) return
  if (entry.level) return
  reading.unboundDirection = Math.sign(amount)
  if (
    hasQuantityAfter(reading, index, entry.transitive) ||
    (!entry.transitive && followsName(reading, index))
  ) {
    record(reading, index, 'movement.subject', amount * 0.8)
  } else {
    record(
      reading,
      index,
      'movement.unbound',
      amount * (reading.post || entry.evaluative ? 0.55 : entry.transitive && direction < 0 ? 0.2 : 0.35),
    )
  }
}

/** The metric spoken of: "as" and "after" start a new subject, "but" does not. A level needs it close by. */
function subjectOf(reading: Reading, index: number, isLevel: boolean): number {
  const { metric } = reading
  if (isLevel && index - metric > 4) return -1
  return tokenAt(reading, metric).clause === reading.clause || reading.background === 1 ? metric : -1
}

/** Records that a metric moves; false without a metric. */
export function move(
  reading: Reading,
  index: number,
  metric: number,
  amount: number,
  evaluative: boolean,
): boolean {
  const token = tokenAt(reading, metric)
  const moved = token.entry
  if (moved.metric === 0) return false
  token.explained = true
  const weight = amount * (evaluative ? Math.abs(moved.metric) : moved.metric)
  // A span reaches from the movement to its metric when they stand close, so that a highlight stays readable.
  record(
    reading,
    index,
    `movement.${moved.metricName}`,
    weight,
    Math.abs(index - metric) <= 6 ? metric : index,
  )
  return true
}

/** The metric that a direction takes: "cut costs", "higher sales", "an increase of 5 % in net sales". */
function objectOf(reading: Reading, index: number, reach: number): number {
  let limit = index + reach
  for (let next = index + 1; next <= limit; next++) {
    const token = tokenAt(reading, next)
    if (token.kind === 'stop' || token.kind === 'comma' || token.kind === 'open') return -1
    const entry = token.entry
    // "Rose more than forecast".
    if (entry.modifier === 'expected' && tokenAt(reading, next - 1).entry.modifier === 'plain') return -1
    // In "order book value" or "loan losses" the last noun decides.
    if (entry.metric !== 0) return tokenAt(reading, next + 1).entry.metric !== 0 ? next + 1 : next
    if (barriers.has(token.text)) return -1
    if (entry.direction !== 0 || isBoundary(entry.modifier)) return -1
    if (prepositions.has(token.text)) limit = Math.max(limit, Math.min(next + 4, index + 8))
  }
  return -1
}

/** What moves less than expected was expected to move, and so turned out the other way. */
function readsLessThanExpected(reading: Reading, index: number): boolean {
  const less = seek(reading, index, 4, (_, { text }) => text === 'less')
  return (
    less >= 0 &&
    seek(reading, less, 2, ({ modifier, factor }) => modifier === 'expected' && factor === 0) >= 0
  )
}

function isBoundary(modifier: string): boolean {
  return /^(break|subordinate|concession|baseline)/.test(modifier)
}

function hasQuantityAfter(reading: Reading, index: number, percentOnly: boolean): boolean {
  const quantity = seek(reading, index, 4, (_, { kind }) => kind === 'quantity')
  const { unit, value } = tokenAt(reading, quantity)
  return quantity >= 0 && (unit === '%' || (!percentOnly && (unit !== '' || value < 1900)))
}

/** The word before is a name: "Tesla jumps". */
function followsName(reading: Reading, index: number): boolean {
  const previous = tokenAt(reading, index - 1)
  if (previous.kind === 'cashtag' || previous.kind === 'name') return true
  return previous.capital && !tokenAt(reading, index).capital && previous.entry === nothing
}

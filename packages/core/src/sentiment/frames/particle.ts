import { readCrossing } from './crossing.ts'
import { move } from './movement.ts'
import { type Reading, record, tokenAt } from './reading.ts'

const copulas = /* @__PURE__ */ new Set(
  'is was were are be been being traded trading trades closed ended opened finished sharply remain remained much'.split(
    ' ',
  ),
)

/** "Up" and "down" are movements beside a quantity or after what moves, not in "up to" or "set up". */
export function readParticle(reading: Reading, index: number): void {
  const previous = tokenAt(reading, index - 1)
  const next = tokenAt(reading, index + 1)
  const amount = tokenAt(reading, index).text === 'up' ? 1 : -1
  const afterQuantity = previous.kind === 'quantity'
  const afterMetric = previous.entry.metric !== 0
  if (next.text === 'to' && !afterMetric && !afterQuantity) return
  const quantified =
    afterQuantity || next.kind === 'quantity' || next.text === 'a' || next.entry.modifier === 'baseline'
  const predicate =
    previous.kind === 'cashtag' ||
    previous.kind === 'name' ||
    previous.entry.modifier === 'motion' ||
    copulas.has(previous.text)
  if (!(quantified || predicate || afterMetric) || readCrossing(reading, index)) return
  if (!move(reading, index, reading.metric, amount, false))
    record(reading, index, 'movement.subject', amount * 0.8)
}

/** "$TSLA +5 %". */
export function readSignedPercent(reading: Reading, index: number): void {
  if (tokenAt(reading, reading.metric).explained) return
  const amount = tokenAt(reading, index).sign
  if (!move(reading, index, reading.metric, amount, false))
    record(reading, index, 'movement.signed', amount * 0.8)
}

import { readMovement } from './movement.ts'
import { type Reading, record, seek, tokenAt } from './reading.ts'

/**
 * Against what was expected: "above estimates", "lower than expected". A comparison of size asks whether more is good;
 * one of quality ("better than") does not. True when it has said all that the word has to say.
 */
export function readExpectation(reading: Reading, index: number, side: number, sized: boolean): boolean {
  const expected = seek(reading, index, 5, (entry) => entry.modifier === 'expected')
  if (expected >= 0) {
    const after = tokenAt(reading, expected + 1)
    const subject = after.entry.metric !== 0 ? after : tokenAt(reading, reading.metric)
    const { metric } = subject.entry
    if (metric !== 0) subject.explained = true
    record(reading, index, 'expectation', sized && metric < 0 ? -side : side, expected)
    return true
  }
  if (sized) readMovement(reading, index, side * 0.8)
  return sized
}

import { readMovement } from './movement.ts'
import { type Reading, record } from './reading.ts'

/** Posts: "above its 50-day", "below support". */
function readTechnicalLevel(reading: Reading, index: number, side: number): boolean {
  for (let next = index + 1; next <= index + 5; next++) {
    if (reading.tokens[next]?.entry?.modifier !== 'technical') continue
    record(reading, index, 'technical.level', side * 0.6, index, next)
    return true
  }
  return false
}

/**
 * Against what was expected: "above estimates", "lower than expected". A comparison of size asks whether more is good;
 * one of quality ("better than") does not. True when it has said all that the word has to say.
 */
export function readExpectation(reading: Reading, index: number): boolean {
  const entry = reading.tokens[index]?.entry
  if (!entry) return false
  const sized = Math.abs(entry.factor) === 2
  const side = Math.sign(entry.factor)
  let good = 1
  for (let next = index + 1; next <= index + 5; next++) {
    const token = reading.tokens[next]
    if (!token || token.kind === 'stop' || token.kind === 'comma') break
    const following = token.entry
    if (following?.modifier === 'expected') {
      const after = reading.tokens[next + 1]?.entry
      const subject = after && after.metric !== 0 ? next + 1 : reading.metric
      const metric = reading.tokens[subject]?.entry?.metric ?? 0
      if (metric < 0 && sized) good = -1
      if (subject >= 0) reading.used[subject] = 1
      record(reading, index, 'expectation', side * good, index, next)
      return true
    }
  }
  if (reading.post && readTechnicalLevel(reading, index, side)) return true
  if (sized) {
    readMovement(reading, index, side * 0.8)
    return true
  }
  return false
}

import { type Reading, record } from './reading.ts'

/** Orders and contracts won: "secures EUR 20 mn order", "was awarded a contract". */
export function readContract(reading: Reading, index: number): boolean {
  const verb = reading.tokens[index]
  if (!verb) return false
  for (let next = index + 1; next <= index + 9; next++) {
    const token = reading.tokens[next]
    if (!token || token.kind === 'stop') return false
    if (token.entry?.modifier === 'contract') {
      const signing = verb.text.startsWith('sign')
      record(reading, index, signing ? 'contract.signed' : 'contract.won', signing ? 0.5 : 0.8, index, next)
      return true
    }
  }
  return false
}

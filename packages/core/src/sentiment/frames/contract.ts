import { type Reading, record, seek, tokenAt } from './reading.ts'

/** Orders and contracts won: "secures EUR 20 mn order", "was awarded a contract". */
export function readContract(reading: Reading, index: number): boolean {
  const contract = seek(reading, index, 9, (entry) => entry.modifier === 'contract')
  // "Agrees to buy" is another deal.
  if (contract < 0 || tokenAt(reading, index + 1).text === 'to') return false
  const signing = /^(sign|seal|agree|str|final)/.test(tokenAt(reading, index).text)
  record(reading, index, signing ? 'contract.signed' : 'contract.won', signing ? 0.5 : 0.8, contract)
  return true
}

import { nothing } from '../lexicon/entry.ts'
import type { Token } from '../text/token.ts'
import { isBusiness } from './business.ts'
import { readClosure } from './closure.ts'
import { readComparison, readParenthesis } from './comparison.ts'
import { readContract } from './contract.ts'
import { readDeal, readSale } from './deal.ts'
import { readExpectation } from './expectation.ts'
import { readMention } from './mention.ts'
import { readMovement } from './movement.ts'
import { readParticle, readSignedPercent } from './particle.ts'
import { readPolar } from './polar.ts'
import { readRating } from './rating.ts'
import { type Reading, soften, startClause, startSentence, tokenAt } from './reading.ts'
import { readRecord } from './record.ts'
import { readSide } from './side.ts'

/** Reads one token: which frame takes it is told by its entry, else by its kind. */
export function readToken(reading: Reading, index: number): void {
  const token = tokenAt(reading, index)
  token.clause = reading.clause
  if (!reading.business) reading.business = isBusiness(token)
  if (token.entry !== nothing) {
    readEntry(reading, index, token)
    return
  }
  switch (token.kind) {
    case 'stop':
      if (token.text === '?') soften(reading)
      startClause(reading)
      if (token.text !== '-' && token.text !== ':') startSentence(reading)
      break
    case 'comma':
      reading.background = 1
      // A list may go on, a clause does not.
      reading.negatedUntil = Math.min(reading.negatedUntil, index + 2)
      break
    case 'quantity':
      if (token.sign !== 0 && token.unit === '%') readSignedPercent(reading, index)
      if (!isYear(token)) reading.quantity = index
      break
    case 'open':
      readParenthesis(reading, index)
      break
    case 'word':
      if (token.text === 'up' || token.text === 'down') readParticle(reading, index)
  }
}

function readEntry(reading: Reading, index: number, token: Token): void {
  const entry = token.entry
  let spoken = false
  switch (entry.modifier) {
    case 'break':
      startClause(reading)
      token.clause = reading.clause
      return
    case 'subordinate':
    case 'concession':
      startClause(reading)
      token.clause = reading.clause
      reading.background = entry.factor
      return
    case 'negation':
      // "Fails to impress": bad as such.
      if (entry.polar !== 0) readPolar(reading, index)
      reading.negatedUntil = index + 7
      return
    case 'hedge':
      // "May 5" is a date.
      if (!(token.text === 'may' && token.capital))
        reading.hedge = Math.max(0.3, reading.hedge * entry.factor)
      break
    case 'degree':
      reading.degree = entry.factor
      reading.degreeAt = index
      break
    case 'cause':
      // "The setback sends shares tumbling": what tumbles is not the setback.
      reading.metric = -1
      return
    case 'baseline':
      readComparison(reading, index)
      return
    case 'expected':
      // "Revenue 512M, consensus 498M".
      if (tokenAt(reading, index + 1).kind === 'quantity') readComparison(reading, index)
      break
    case 'comparator':
      spoken = readExpectation(reading, index, entry.factor, false)
      break
    case 'win':
      spoken = readContract(reading, index)
      break
    case 'acquire':
      spoken = readDeal(reading, index)
      break
    case 'rating':
      spoken = readRating(reading, index) || (token.text === 'buy' && readDeal(reading, index))
      break
    case 'side':
      spoken = readSide(reading, index)
      break
    case 'sell':
      spoken = readSale(reading, index)
      break
    case 'close':
      readClosure(reading, index)
      return
    case 'public':
      reading.distance = Math.min(reading.distance, 0.5)
      return
    case 'record':
      spoken = readRecord(reading, index)
      break
  }
  // "Higher than" asks whether more is good, "better than" does not.
  if (tokenAt(reading, index + 1).text === 'than') {
    const sized = entry.direction !== 0 && !entry.evaluative
    spoken = readExpectation(reading, index, Math.sign(entry.direction || entry.polar), sized)
  }
  if (spoken) return
  if (entry.direction !== 0) readMovement(reading, index, entry.direction)
  else if (entry.polar !== 0) readPolar(reading, index)
  if (entry.metric !== 0) {
    reading.metric = index
    readMention(reading, index)
  }
  if (entry.metricName === 'target' || entry.modifier === 'analyst') reading.analyst = true
}

function isYear(token: Token): boolean {
  return token.unit === '' && token.value >= 1900 && token.value <= 2100 && Number.isInteger(token.value)
}

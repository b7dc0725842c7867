import { nothing } from '../lexicon/entry.ts'
import type { Token } from '../text/token.ts'
import { readClosure } from './closure.ts'
import { readComparison, readParenthesis } from './comparison.ts'
import { readContract } from './contract.ts'
import { readDeal, readSale } from './deal.ts'
import { readExpectation } from './expectation.ts'
import { readMovement } from './movement.ts'
import { readParticle, readSignedPercent } from './particle.ts'
import { readPolar } from './polar.ts'
import { readRating } from './rating.ts'
import { createReading, type Draft, type Reading, record, tokenAt } from './reading.ts'
import { readRecord } from './record.ts'

/** What a headline may say of anybody; lawsuits, job cuts and dividends are a company's anyway. */
const isVague = /^(tone|mention|movement.un|event.(?!default|di|buyb|lay|legal|part|dam|halt))/

/**
 * Reads annotated tokens once, left to right, and returns what was found in order of appearance. Tokens learn their
 * clauses. `chosen` says that the text is a headline or a post, which somebody chose to write for what it says.
 */
export function readEvidence(tokens: readonly Token[], post: boolean): { drafts: Draft[]; chosen: boolean } {
  const reading = createReading(tokens, post)
  for (let index = 0; index < tokens.length; index++) readToken(reading, index)
  // Talk of a deal is void where something has gone wrong with it.
  const isClosed = reading.drafts.some(({ rule }) => /^(deal.target|contract)/.test(rule))
  const isSpoilt = reading.drafts.some(
    ({ rule, weight }) => weight < -0.3 && /^(event|movement.un)/.test(rule),
  )
  const drafts = reading.drafts.filter(
    ({ at, rule }) =>
      !(rule.startsWith('mention') && tokenAt(reading, at).explained) &&
      !(isSpoilt && /^deal.(talk|approach)/.test(rule)) &&
      !(isClosed && rule === 'deal.talk'),
  )
  const chosen = post || reading.emphasis > 1
  // A crisis, a war or a love story is no news of any holder's until a company or a market comes into it.
  if (!reading.business) {
    for (const draft of drafts)
      if ((chosen ? isVague : /^(tone|mention|event.(?!default|di|buyb|lay))/).test(draft.rule))
        draft.weight *= 0.33
  }
  drafts.sort((left, right) => left.start - right.start || left.end - right.end)
  return { drafts, chosen }
}

function readToken(reading: Reading, index: number): void {
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

const businessKinds = new Set([
  'business',
  'contract',
  'acquire',
  'rating',
  'regulator',
  'facility',
  'expected',
])
const moods = new Set(['trouble', 'risk', 'mood', 'growth'])

function isBusiness(token: Token): boolean {
  const { kind, entry, unit } = token
  if (kind === 'cashtag' || kind === 'name' || unit !== '') return true
  return businessKinds.has(entry.modifier) || (entry.metric !== 0 && !moods.has(entry.metricName))
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

/** "Back to profit", "into the red", "a surprise loss". */
function readSide(reading: Reading, index: number): boolean {
  const before = [3, 2, 1].map((steps) => tokenAt(reading, index - steps).text).join(' ')
  if (!/( to| into|back in| surprise)( an?| the)?$/.test(before)) return false
  record(reading, index, 'swing', tokenAt(reading, index).entry.factor)
  return true
}

/** A metric that is bad or good by its bare mention, such as a loss, unless a frame explains it later. */
function readMention(reading: Reading, index: number): void {
  const entry = tokenAt(reading, index).entry
  if (entry.alone === 0) return
  // "Sales growth" says what grows.
  const says =
    entry.alone > 0 &&
    (tokenAt(reading, index - 1).entry.metric > 0 || tokenAt(reading, index + 2).unit === '%')
  record(reading, index, `mention.${entry.metricName}`, entry.alone * (says ? 1.6 : 1))
}

function startClause(reading: Reading): void {
  reading.clause++
  reading.hedge = 1
  reading.background = 1
  reading.negatedUntil = -1
}

function startSentence(reading: Reading): void {
  reading.metric = -1
  reading.quantity = -1
  reading.unboundDirection = 0
  reading.analyst = false
  reading.distance = 1
  reading.sentenceDraft = reading.drafts.length
}

/** A question asserts less. */
function soften(reading: Reading): void {
  for (let index = reading.sentenceDraft; index < reading.drafts.length; index++) {
    const draft = reading.drafts[index]
    if (draft) draft.weight *= 0.3
  }
}

function isYear(token: Token): boolean {
  return token.unit === '' && token.value >= 1900 && token.value <= 2100 && Number.isInteger(token.value)
}

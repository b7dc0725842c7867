import type { Entry } from '../lexicon/entry.ts'
import { endsWithFullStop, registerOf } from '../text/register.ts'
import { createToken, type Token } from '../text/token.ts'

/** One finding, before it is scaled into evidence. */
export type Draft = {
  /** Token that set it off. */
  at: number
  start: number
  end: number
  rule: string
  weight: number
  /** Belongs to the entity that follows, not to the subject. */
  object: boolean
}

/** The state of reading a text from left to right. Every frame looks a bounded distance around it. */
export type Reading = {
  readonly tokens: readonly Token[]
  readonly drafts: Draft[]
  /** How traders write: cashtags, emoji, mentions. */
  readonly post: boolean
  /** Headlines state what matters, so events in them count for more than in running text. */
  readonly emphasis: number
  /** News of states and central banks, or a feature: it befalls no holder in particular. */
  distance: number
  clause: number
  /** First draft of the current sentence. */
  sentenceDraft: number
  /** Latest metric of the sentence, or -1. */
  metric: number
  /** Latest quantity of the sentence that is not a year, or -1. */
  quantity: number
  /** A direction that found nothing to move, or 0. */
  unboundDirection: number
  /** Something in the text belongs to business: a name, an amount, a metric, a contract. */
  business: boolean
  /** An analyst has spoken in this sentence. */
  analyst: boolean
  /** Last token that a negation reaches. */
  negatedUntil: number
  hedge: number
  /** Concession or subordinate clause. */
  background: number
  degree: number
  degreeAt: number
}

export function createReading(tokens: readonly Token[], post: boolean): Reading {
  const headline = !post && !endsWithFullStop(tokens)
  return {
    tokens,
    drafts: [],
    post,
    emphasis: registerOf(tokens, post),
    distance: headline && tokens[0]?.entry.modifier === 'feature' ? 0.4 : 1,
    clause: 0,
    sentenceDraft: 0,
    metric: -1,
    quantity: -1,
    unboundDirection: 0,
    business: false,
    analyst: false,
    negatedUntil: -1,
    hedge: 1,
    background: 1,
    degree: 1,
    degreeAt: -9,
  }
}

/** What bends a finding ends with its clause. */
export function startClause(reading: Reading): void {
  reading.clause++
  reading.hedge = 1
  reading.background = 1
  reading.negatedUntil = -1
}

/** What has been spoken of ends with the sentence. */
export function startSentence(reading: Reading): void {
  reading.metric = -1
  reading.quantity = -1
  reading.unboundDirection = 0
  reading.analyst = false
  reading.distance = 1
  reading.sentenceDraft = reading.drafts.length
}

/** A question asserts less. */
export function soften(reading: Reading): void {
  for (let index = reading.sentenceDraft; index < reading.drafts.length; index++) {
    const draft = reading.drafts[index]
    if (draft) draft.weight *= 0.3
  }
}

const beyond: Token = /* @__PURE__ */ createToken('stop', 0, 0, '')

/** The token at a position; before the first and after the last there are stops. */
export function tokenAt(reading: Reading, index: number): Token {
  return (index < 0 ? undefined : reading.tokens[index]) ?? beyond
}

const negatedGood = -0.85
const negatedBad = -0.65

/**
 * Records a finding at a token, bent by the negation, hedges and degree in force there. Its span reaches to the token
 * `partner`, before or after.
 */
export function record(
  reading: Reading,
  at: number,
  rule: string,
  weight: number,
  partner = at,
  object = false,
): void {
  const first = tokenAt(reading, Math.min(at, partner))
  const last = tokenAt(reading, Math.max(at, partner))
  if (weight === 0) return
  let bent = weight * reading.hedge * reading.background * reading.distance * reading.emphasis
  if (at - reading.degreeAt <= 3) bent *= reading.degree
  if (at <= reading.negatedUntil) bent *= bent > 0 ? negatedGood : negatedBad
  reading.drafts.push({ at, start: first.start, end: last.end, rule, weight: bent, object })
}

/**
 * Position of the first of the next `reach` tokens of the sentence that `matches`, or -1. Bounded, so that reading
 * stays linear.
 */
export function seek(
  reading: Reading,
  index: number,
  reach: number,
  matches: (entry: Readonly<Entry>, token: Token) => boolean,
): number {
  for (let next = index + 1; next <= index + reach; next++) {
    const token = tokenAt(reading, next)
    if (token.kind === 'stop') return -1
    if (matches(token.entry, token)) return next
  }
  return -1
}

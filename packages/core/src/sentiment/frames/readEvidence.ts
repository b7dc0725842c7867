import type { Token } from '../text/token.ts'
import { createReading, type Draft, tokenAt } from './reading.ts'
import { readToken } from './readToken.ts'

/** What may be said of anybody; job cuts and dividends are a company's anyway. */
const vague = /^(tone|mention|event.(?!default|dilution|dividend|buyback|layoff))/
/** In a headline lawsuits are a company's too, and what rises or falls without a name may be anything. */
const vagueInHeadline =
  /^(tone|mention|movement.un|event.(?!default|dilution|dividend|buyback|layoff|legal|partnership|damage|halt))/

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
    for (const draft of drafts) if ((chosen ? vagueInHeadline : vague).test(draft.rule)) draft.weight *= 0.33
  }
  drafts.sort((left, right) => left.start - right.start || left.end - right.end)
  return { drafts, chosen }
}

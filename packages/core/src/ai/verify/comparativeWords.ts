import type { Relation } from '../claims/claim.ts'

// Each family lists the words that may stand for a relation. A word that may mean a level or a change (`higher`) allows
// both, and one that is too vague to be checked allows none. Words that are only sometimes comparative are bound to what
// makes them so.
const families: readonly (readonly [pattern: string, ...relations: Relation[]])[] = [
  ['overbought', 'overbought'],
  ['oversold', 'oversold'],
  ['(?:high|larg|strong|bigg|great|steep)est|(?:record|all-time) high|peak(?:s|ed)?|best', 'highest'],
  ['(?:low|small|weak|cheap|slow)est|(?:record|all-time) low|trough(?:s|ed)?|worst', 'lowest'],
  [
    'above|(?:exceed|outperform)_|surpass(?:e[sd]|ing)?|outpac(?:e[sd]?|ing)|top(?:s|ped|ping)(?= (?:\\{|its |the ))|beats?(?= )|beaten|(?:great|larg|strong|bigg|fast|wid|rich)er than|more than|over(?= \\{)|ahead of|beyond|in excess of',
    'above',
  ],
  [
    'below|under(?= \\{)|underperform_|(?:trail|lag)(?:s|g?ed|g?ing)(?= )|miss(?:e[sd]|ing)(?= )|(?:small|weak|slow|narrow|cheap)er than|(?:less|fewer) than|behind(?= \\{)|short of',
    'below',
  ],
  ['higher', 'above', 'rising'],
  ['lower', 'below', 'falling'],
  ['unchanged|equal(?:s|led|ed)?|identical|flat|in line with', 'equal'],
  [
    'ris(?:e[ns]?|ing)|rose|gr[eo]w(?:s|n|ing)?|(?:gain|climb|jump|soar|expand|rebound|recover|sky-?rocket|strengthen|widen)_|(?:increas|surg|advanc|improv|accelerat|appreciat|spik)(?:e[sd]?|ing)|rall(?:y|ie[sd]|ying)|positive|up(?= (?:\\{|by|from|on|over|since) ?)|added(?= \\{)',
    'rising',
  ],
  [
    'fall(?:s|en|ing)?|fell|(?:drop|slip|dip)(?:s|ped|ping)?|los(?:t|es|ing)|(?:weaken|worsen|slump|crash|retreat)_|narrow(?:s|ed|ing)|(?:declin|decreas|tumbl|plung|eas|collaps|depreciat)(?:e[sd]?|ing)|slid(?:es?|ing)?|s[ai]nk(?:s|ing)?|shr[aiu]nk(?:s|ing)?|contract_(?= \\{| by)|negative|down(?= (?:\\{|by|from|on|over|since) ?)|shed(?= \\{)|(?:loss(?:es)?|deficit)(?= of)|slow(?:s|ed)(?= )',
    'falling',
  ],
  ['(?!rath|oth)[a-z]+er than|(?:more|less) [a-z]+ than'],
]

const anyWord = new RegExp(
  `\\b(?:${families.map(([pattern]) => `(${pattern.replaceAll('_', '(?:s|ed|ing)?')})`).join('|')})(?![\\w-])`,
  'gi',
)
const negation =
  /\b(?:not?|never|neither|nor|failed|fails? to|without|hardly|barely|[a-z]+n['’]t|far from|instead of|rather than|stopped|ceased)\b/i

export type ComparativeWord = { start: number; text: string; relations: readonly Relation[] }

/**
 * The comparative words of a sentence, in order.
 *
 * @example
 * findComparativeWords('Close {a} is above {b}').length // 1
 */
export function findComparativeWords(text: string): ComparativeWord[] {
  const found: ComparativeWord[] = []
  for (const match of text.matchAll(anyWord)) {
    const [, ...relations] = families.find((_, index) => match[index + 1] !== undefined) ?? []
    found.push({ start: match.index, text: match[0], relations })
  }
  return found
}

/** Whether a sentence turns a statement round. Turned comparisons are refused: they must be said plainly. */
export function hasNegation(text: string): boolean {
  return negation.test(text)
}

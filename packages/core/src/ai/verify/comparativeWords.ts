import type { Relation } from '../claims/claim.ts'

type Family = { relations: readonly Relation[]; pattern: string }

// Each family lists the words that may stand for a relation. A word that may mean a level or a change
// (`higher`) allows both. Words that are only sometimes comparative are bound to what makes them so.
const families: readonly Family[] = [
  { relations: ['overbought'], pattern: 'overbought' },
  { relations: ['oversold'], pattern: 'oversold' },
  {
    relations: ['highest'],
    pattern: 'highest|record high|all-time high|peak(?:s|ed)?|largest|strongest|best',
  },
  { relations: ['lowest'], pattern: 'lowest|record low|all-time low|trough(?:s|ed)?|smallest|weakest|worst' },
  {
    relations: ['above'],
    pattern:
      'above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outperform(?:s|ed|ing)?|top(?:s|ped|ping)(?= \\{)|beats?(?= )|beaten|greater than|more than|larger than|stronger than|over(?= \\{)|ahead of',
  },
  {
    relations: ['below'],
    pattern:
      'below|under(?= \\{)|underperform(?:s|ed|ing)?|trail(?:s|ed|ing)(?= )|miss(?:es|ed|ing)(?= )|less than|fewer than|smaller than|weaker than|behind(?= \\{)|short of',
  },
  { relations: ['above', 'rising'], pattern: 'higher' },
  { relations: ['below', 'falling'], pattern: 'lower' },
  { relations: ['equal'], pattern: 'unchanged|equal(?:s|led|ed)?|identical|flat|in line with' },
  {
    relations: ['rising'],
    pattern:
      'ris(?:e|es|ing|en)|rose|gain(?:s|ed|ing)?|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|grew|grow(?:s|n|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|rall(?:y|ies|ied|ying)|advanc(?:e|es|ed|ing)|soar(?:s|ed|ing)?|improv(?:e|es|ed|ing)|expand(?:s|ed|ing)?|positive|up(?= \\{| by \\{)|added(?= \\{)',
  },
  {
    relations: ['falling'],
    pattern:
      'fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|los(?:t|es|ing)|slip(?:s|ped|ping)?|slid(?:e|es|ing)?|sank|sink(?:s|ing)?|tumbl(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|shr(?:ank|ink|inks|inking|unk)|weaken(?:s|ed|ing)?|worsen(?:s|ed|ing)?|contract(?:s|ed|ing)?(?= \\{| by)|negative|down(?= \\{| by \\{)|shed(?= \\{)',
  },
]

const anyWord = new RegExp(
  `\\b(?:${families.map(({ pattern }) => `(${pattern})`).join('|')})(?![\\w-])`,
  'gi',
)
const negation =
  /\b(?:not|no longer|never|neither|nor|fail(?:s|ed)? to|without|hardly|barely|n't|isn't|wasn't|didn't|doesn't|hasn't)\b/i

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
    const family = families[match.slice(1).findIndex((group) => group !== undefined)]
    if (family) found.push({ start: match.index, text: match[0], relations: family.relations })
  }
  return found
}

/** Whether a sentence turns a statement round. Turned comparisons are refused: they must be said plainly. */
export function hasNegation(text: string): boolean {
  return negation.test(text)
}

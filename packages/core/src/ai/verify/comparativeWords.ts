import { isComparative, kindOf } from './vocabulary.ts'

/** A word and the relations that it may stand for, like `above/rising`. */
export type ComparativeWord = { start: number; text: string; relations: string }

// `over` stands above, except before a span of time.
const overTime =
  /^ (?:the|this|that|a|an) (?:\w+ )?(?:course|day|month|period|quarter|session|time|week|window|year)s?\b/

/**
 * The comparative words of a sentence, in order.
 *
 * @param text - With everything masked that may stand in it by name.
 * @example
 * findComparativeWords('Close {a} is above {b}').length // 1
 */
export function findComparativeWords(text: string): ComparativeWord[] {
  const found: ComparativeWord[] = []
  for (const { 0: word, index: start } of text.matchAll(/\{[^}]*\}|\bin line with\b|[a-z]+/gi)) {
    const lower = word.toLowerCase()
    const kind = lower === 'in line with' ? 'equal' : kindOf(lower)
    const isTime = lower === 'over' && overTime.test(text.slice(start + word.length))
    if (isComparative(kind) && !isTime) found.push({ start, text: word, relations: kind })
  }
  return found
}

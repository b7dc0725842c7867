import type { Comparison } from '../claims/claim.ts'
import { decideWord, isOwnClause } from './draftRules.ts'
import { loadedPhrases, periodPhrases } from './draftWords.ts'
import { placeWords } from './placedWord.ts'
import type { Token } from './readTokens.ts'
import type { Violation } from './violation.ts'

/**
 * What a draft may not say, beyond what no stored report may: the words beside a value are known to say nothing of it, and no word anywhere
 * says how large, how dear or how often in a word of its own. Stricter than the verifier, which has to be small, and never laxer.
 */
export function checkDraft(
  text: string,
  tokens: readonly Token[],
  path: string,
  comparisons: readonly Comparison[] = [],
): Violation[] {
  const words = placeWords(tokens, comparisons).filter((word) => decideWord(word)?.verdict === 'falls')
  const refused = words.map((word) => word.text)
  const bound = tokens.filter(({ part }) => part.isBound && !isOwnClause(part))
  const phrase = loadedPhrases.exec(text) ?? periodPhrases.exec(bound.map((token) => token.text).join(' '))
  if (phrase) refused.push(phrase[0])
  return refused.map((detail) => ({ path, kind: 'unknown-word', detail }))
}
